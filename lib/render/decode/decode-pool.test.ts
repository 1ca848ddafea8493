import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { DecodeOutcome } from "./decode-message";
import { createDecodePool, type DecodePool, type DecodePoolOptions } from "./decode-pool";

/** A child that does what its job's bytes tell it, in the decode child's protocol. */
const OBEDIENT_CHILD = `
const say = (text, rss = 0) => process.send({
  outcome: { kind: "picture", bytes: Buffer.from(text), contentType: "image/png", width: 1, height: 1 }, rss });
const deeds = {
  pid: () => say(String(process.pid)),
  env: () => say(JSON.stringify(process.env)),
  stands: () => say(process.cwd()),
  hang: () => { for (;;); },
  crash: () => process.kill(process.pid, "SIGSEGV"),
  quit: () => process.exit(3),
  alloc: () => { const kept = []; for (;;) kept.push(new Array(1e6).fill(kept.length)); },
  nonsense: () => process.send({ outcome: { kind: "picture", bytes: "/etc/passwd" }, rss: 0 }),
  grow: () => say(String(process.pid), 2e9),
  slowly: () => setTimeout(() => say(String(process.pid)), 30),
};
process.on("message", (job) => deeds[Buffer.from(job.bytes).toString()]());
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => {});
process.send("ready");
`;

let folder: string;
let entry: string;
let pool: DecodePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "decode-pool-"));
  entry = join(folder, "child.mjs");
  await writeFile(entry, OBEDIENT_CHILD);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

afterEach(() => {
  vi.unstubAllEnvs();
  pool.close();
});

function open(options: Partial<DecodePoolOptions> = {}): void {
  pool = createDecodePool({ entry, size: 1, ...options });
}

const ask = (deed: string): Promise<DecodeOutcome> =>
  pool.decode({ bytes: Buffer.from(deed), format: "png", maxSide: 100 });

async function told(deed: string): Promise<string> {
  const outcome = await ask(deed);
  if (outcome.kind !== "picture") throw new Error(`expected an answer, got ${outcome.kind}`);
  return Buffer.from(outcome.bytes).toString();
}

function isRunning(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

describe("createDecodePool", () => {
  it("kills a child that hangs, starts another, and keeps this process free meanwhile", async () => {
    open({ timeoutMs: 300 });
    const first = await told("pid");
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 10);
    expect(await ask("hang")).toEqual({ kind: "slow" });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
    await expect.poll(() => isRunning(first)).toBe(false);
    expect(await told("pid")).not.toBe(first);
  });

  it("survives a child that crashes, quits, eats memory or talks nonsense", async () => {
    open();
    const pids = new Set([await told("pid")]);
    for (const deed of ["crash", "quit", "alloc", "nonsense"]) {
      expect(await ask(deed), deed).toEqual({ kind: "broken" });
      pids.add(await told("pid"));
    }
    expect(pids.size).toBe(5);
  });

  it("replaces a child that has grown too large", async () => {
    open({ maxRss: 1e9 });
    const grown = await told("grow");
    expect(await told("pid")).not.toBe(grown);
    await expect.poll(() => isRunning(grown)).toBe(false);
  });

  it("hands no secrets to a child", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "Zxq7CanarySecret");
    vi.stubEnv("DATABASE_URL", "postgresql://user:Zxq7CanaryPassword@localhost/db");
    open();
    expect(await told("env")).not.toContain("Zxq7Canary");
  });

  it("gives a child an empty folder to stand in, and takes it away with the child", async () => {
    open();
    const [first, second] = [await told("stands"), await told("stands")];
    expect(second).toBe(first);
    expect(await readdir(first)).toEqual([]);
    pool.close();
    await expect.poll(() => existsSync(first)).toBe(false);
  });

  it("runs no more children than its size, and reuses them", async () => {
    open({ size: 2 });
    const pids = await Promise.all(Array.from({ length: 12 }, () => told("slowly")));
    expect(new Set(pids).size).toBe(2);
  });

  it("turns away what would wait in too long a line", async () => {
    open({ waiting: 1 });
    const served = [ask("slowly"), ask("slowly")];
    await expect(ask("slowly")).rejects.toMatchObject({ code: "unavailable" });
    expect((await Promise.all(served)).map(({ kind }) => kind)).toEqual(["picture", "picture"]);
  });

  it("turns away what has waited long enough, and never begins it", async () => {
    open({ patienceMs: 100, timeoutMs: 60_000 });
    await told("pid");
    const hanging = ask("hang");
    const error = await ask("pid").catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("Too many pictures"),
    });
    pool.close();
    expect(await hanging).toEqual({ kind: "broken" });
  });

  it("says that the decoder is missing, and does not blame the picture", async () => {
    open({ entry: join(folder, "missing.mjs") });
    const error = await ask("pid").catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "unavailable",
      cause: { message: expect.stringContaining("missing.mjs") },
    });
  });

  it("gives a child its time to start before a job's time runs", async () => {
    const late = join(folder, "late.mjs");
    await writeFile(late, `await new Promise((resolve) => setTimeout(resolve, 300));${OBEDIENT_CHILD}`);
    open({ entry: late, timeoutMs: 200 });
    expect((await ask("pid")).kind).toBe("picture");
  });

  it("leaves no process behind when closed", async () => {
    open({ size: 2 });
    const pids = await Promise.all([told("slowly"), told("slowly")]);
    pool.close();
    await expect.poll(() => pids.some(isRunning)).toBe(false);
  });
});
