import { expect, test } from "vitest";
import { fewAtOnce, MOST_DOWNLOADS } from "./few-at-once";
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

test("so many are written at once and no more; who ends, fails, is left or never begins makes room", async () => {
  const open = Array.from({ length: MOST_DOWNLOADS }, () => streamOf(fewAtOnce(forEver)));
  expect(() => fewAtOnce(forEver)).toThrow("Try again in a minute");
  await open[0]?.cancel();
  const read = new Response(streamOf(fewAtOnce(short))).arrayBuffer();
  expect((await read).byteLength).toBe(10);
  await expect(new Response(streamOf(fewAtOnce(failing))).arrayBuffer()).rejects.toThrow();
  const refused = () => {
    throw new Error("not of this kind");
  };
  expect(() => fewAtOnce(refused)).toThrow("not of this kind");
  const last = streamOf(fewAtOnce(forEver));
  expect(() => fewAtOnce(forEver)).toThrow("Try again in a minute");
  await Promise.all([last, ...open.slice(1)].map((each) => each.cancel()));
});

test("whoever takes nothing for long makes room for others, and gets no file that looks whole", async () => {
  const parts = fewAtOnce(forEver, 20);
  await parts.next();
  const others = Array.from({ length: MOST_DOWNLOADS - 1 }, () => fewAtOnce(forEver));
  expect(() => fewAtOnce(forEver)).toThrow("Try again in a minute");
  await expect.poll(() => tryOne()).toBe(true);
  await expect(parts.next()).rejects.toThrow("nobody took");
  await Promise.all(others.map((each) => each.return(undefined)));
});

function tryOne(): boolean {
  try {
    void fewAtOnce(forEver).return(undefined);
    return true;
  } catch {
    return false;
  }
}
