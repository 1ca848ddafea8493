import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db } from "../db";
import { replaceEnv } from "../env";
import { processWide, takeProcessWide } from "../process-registry";
import { ask } from "../testing/ask";
import { publicRoute } from "./route";

beforeAll(() => {
  replaceEnv({
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    NEXTAUTH_SECRET: "7Jv0cN1yqkE2uT9rXw4sB6dF8hL3mPzA",
    LOG_LEVEL: "silent",
  });
});

/** What was written down of errors, at which level. */
let logged: { level: string; error: unknown }[];

beforeEach(() => {
  logged = [];
  takeProcessWide("log");
  const at =
    (level: string) =>
    ({ err: error }: { err?: unknown }) =>
      logged.push({ level, error });
  processWide("log", () => ({ error: at("error"), warn: at("warn"), debug: at("debug") }));
});

const echo = publicRoute(
  { body: z.strictObject({ name: z.string().min(2, "Two letters at least.") }) },
  ({ body }) => body,
);

async function answerOf(response: Promise<Response>) {
  const { status, headers } = await response;
  return { status, headers, body: await (await response).json() };
}

test("what is asked rightly is answered", async () => {
  const { status, body, headers } = await answerOf(ask(echo, { method: "POST", body: { name: "Łódź" } }));
  expect({ status, body }).toEqual({ status: 200, body: { name: "Łódź" } });
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a wrong input is refused with its place and a sentence", async () => {
  const { status, body } = await answerOf(ask(echo, { method: "POST", body: { name: "x" } }));
  expect(status).toBe(422);
  expect(body.error).toMatchObject({ code: "invalid", path: "/name", message: "Two letters at least." });
});

test.each([
  ["no JSON", new Blob(["{"]), 400],
  ["too much", new Blob([`{"name":"${"x".repeat(1_300_000)}"}`]), 413],
  ["too deep", new Blob([`{"name":${"[".repeat(100)}${"]".repeat(100)}}`]), 400],
  ["nothing", new Blob([]), 400],
])("%s is refused before it is looked at", async (_, blob, expected) => {
  const request = new Request("http://localhost:3000/api", {
    method: "POST",
    headers: { origin: "http://localhost:3000" },
    body: blob,
  });
  expect((await echo(request, { params: Promise.resolve({}) })).status).toBe(expected);
});

test("a body that never says its length is read no further than the limit", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000).fill(32));
    },
  });
  const init = {
    method: "POST",
    headers: { origin: "http://localhost:3000" },
    body: endless,
    duplex: "half",
  };
  const response = await echo(new Request("http://localhost:3000/api", init), {
    params: Promise.resolve({}),
  });
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(2_000_000);
});

test("a client that goes away while its body is read is no error of ours", async () => {
  const aborted = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  let reads = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      reads += 1;
      if (reads === 1) controller.enqueue(new Uint8Array(1000).fill(32));
      else controller.error(aborted);
    },
  });
  const init = { method: "POST", headers: { origin: "http://localhost:3000" }, body, duplex: "half" };
  const request = new Request("http://localhost:3000/api", init);
  const response = await echo(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(400);
  expect(logged).toEqual([{ level: "debug", error: aborted }]);
});

test("what fails below a sentence of ours is written down, and what is only busy is not", async () => {
  const cause = new Error("ENOSPC: no space left on device, write");
  const full = publicRoute({}, () => {
    throw new AppError("storage_full", "There is no room left.", { cause });
  });
  const { status, body } = await answerOf(ask(full));
  expect([status, body.error]).toEqual([507, { code: "storage_full", message: "There is no room left." }]);
  expect(logged).toEqual([{ level: "error", error: expect.objectContaining({ cause }) }]);
  const busy = publicRoute({}, () => {
    throw new AppError("unavailable", "Too many at once.");
  });
  await answerOf(ask(busy));
  expect(logged).toHaveLength(1);
  const late = publicRoute({}, () => {
    const cause = new DOMException("a picture was not painted within 10000 ms", "AbortError");
    throw new AppError("unavailable", "This picture took too long to make.", { cause });
  });
  await answerOf(ask(late));
  expect(logged.slice(1)).toEqual([{ level: "warn", error: undefined }]);
});

test("an unexpected error says nothing of itself but a number", async () => {
  const broken = publicRoute({}, () => {
    throw new Error("password=hunter2 at /srv/app/db.ts");
  });
  const { status, body } = await answerOf(ask(broken));
  expect(status).toBe(500);
  expect(body.error.message).toMatch(/tell us this number: err_[a-z0-9]{24}\.$/);
  expect(JSON.stringify(body)).not.toMatch(/hunter2|srv/);
});

test("a foreseen error says its sentence, and when to come again", async () => {
  const busy = publicRoute({}, () => {
    throw new AppError("too_many", "Slow down.", { details: { retryAfter: 7 } });
  });
  const { status, headers, body } = await answerOf(ask(busy));
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("7");
  expect(body).toEqual({ error: { code: "too_many", message: "Slow down.", details: { retryAfter: 7 } } });
});

test("without a database the answer is a 503 that says so, and soon", async () => {
  const reading = publicRoute({}, () => db().user.count());
  const start = performance.now();
  const { status, headers, body } = await answerOf(ask(reading));
  expect(status).toBe(503);
  expect(headers.get("retry-after")).toBe("5");
  expect(body.error.code).toBe("unavailable");
  expect(performance.now() - start).toBeLessThan(4000);
});
