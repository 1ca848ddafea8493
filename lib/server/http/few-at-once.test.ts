import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeProcessWide } from "../process-registry";
import { downloadResponse } from "./download-response";
import { fewAtOnce, MOST_DOWNLOADS, MOST_OF_ONE } from "./few-at-once";
import { streamOf } from "./stream-of";

async function* forEver(): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (;;) yield new Uint8Array(10);
}
async function* failing(): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  yield new Uint8Array(10);
  throw new Error("it cannot be read");
}
async function* short(): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  yield new Uint8Array(10);
}

beforeEach(() => {
  takeProcessWide("downloads");
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** One download each of as many workspaces as may have one. */
const all = <T>(begin: (workspaceId: string) => T) =>
  Array.from({ length: MOST_DOWNLOADS }, (_, index) => begin(`w${index}`));

const ask = (method: string, workspaceId = "w") =>
  downloadResponse(new Request("http://localhost/results.zip", { method }), {
    ...{ workspaceId, headers: { "content-type": "application/zip" } },
    parts: forEver,
  });

test("so many are written at once and no more; who ends, fails, is left or never begins makes room", async () => {
  const open = all((workspaceId) => streamOf(fewAtOnce(workspaceId, forEver)));
  expect(() => fewAtOnce("w", forEver)).toThrow("Try again in a minute");
  await open[0]?.cancel();
  const read = new Response(streamOf(fewAtOnce("w", short))).arrayBuffer();
  expect((await read).byteLength).toBe(10);
  await expect(new Response(streamOf(fewAtOnce("w", failing))).arrayBuffer()).rejects.toThrow();
  const refused = () => {
    throw new Error("not of this kind");
  };
  expect(() => fewAtOnce("w", refused)).toThrow("not of this kind");
  fewAtOnce("w", forEver);
  expect(() => fewAtOnce("w", forEver)).toThrow("Try again in a minute");
});

test("one workspace has few of them, and others have theirs", async () => {
  const own = Array.from({ length: MOST_OF_ONE }, () => fewAtOnce("w", forEver));
  expect(() => fewAtOnce("w", forEver)).toThrow("of this workspace");
  fewAtOnce("other", forEver);
  await own[0]?.return();
  fewAtOnce("w", forEver);
});

test("whoever asks with HEAD is told the headers, and holds no place", async () => {
  for (let asked = 0; asked <= MOST_DOWNLOADS; asked += 1) {
    const { body, headers } = ask("HEAD");
    expect([body, headers.get("content-type")]).toEqual([null, "application/zip"]);
  }
  const answers = all((workspaceId) => ask("GET", workspaceId));
  expect(answers.every(({ body }) => body !== null)).toBe(true);
  expect(() => ask("GET")).toThrow("Try again in a minute");
});

test("whoever takes nothing for a minute makes room for others, and gets no file that looks whole", async () => {
  const begun = all((workspaceId) => fewAtOnce(workspaceId, forEver));
  // Half of them began to read, half of them never did.
  const reading = begun.slice(0, MOST_DOWNLOADS / 2);
  await Promise.all(reading.map((parts) => parts.next()));
  await vi.advanceTimersByTimeAsync(59_000);
  await begun[0]?.next();
  expect(() => fewAtOnce("w", forEver)).toThrow("Try again in a minute");
  await vi.advanceTimersByTimeAsync(1_000);
  for (const parts of begun.slice(1)) await expect(parts.next()).rejects.toThrow("nobody took");
  expect((await begun[0]?.next())?.done).toBe(false);
  const others = begun.slice(1).map((_, index) => fewAtOnce(`other${index}`, forEver));
  expect(() => fewAtOnce("w", forEver)).toThrow("Try again in a minute");
  await Promise.all([begun[0], ...others].map((parts) => parts?.return()));
  expect(vi.getTimerCount()).toBe(0);
});
