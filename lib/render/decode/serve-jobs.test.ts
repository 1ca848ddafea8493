import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decodeOutcome } from "./decode-message";
import { startKillableProcess } from "./killable-process";

/** Holds its main thread for ever, and memory outside the heap up to what its job says. */
const GREEDY = `
import { serveJobs } from "./serve-jobs";
serveJobs({ parse: (job) => job }, async ({ bytes }) => {
  const kept = [];
  for (let held = 0; ; held += 10_000_000) if (held < bytes) kept.push(Buffer.alloc(10_000_000, 1));
}, 300_000_000);`;

let folder: string;
let entry: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-jobs-"));
  entry = join(folder, "greedy.mjs");
  await build({
    stdin: { contents: GREEDY, resolveDir: import.meta.dirname },
    outfile: entry,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it("a child that grows too large is gone before its time is, though its main thread is held", async () => {
  const start = () =>
    startKillableProcess<{ bytes: number }, unknown>({ entry, timeoutMs: 4000, outcome: decodeOutcome });
  expect(await start().run({ bytes: 600_000_000 })).toEqual({ kind: "broken" });
  expect(await start().run({ bytes: 0 })).toEqual({ kind: "slow" });
});
