import { execFileSync } from "node:child_process";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createPaintPool, type PaintPool, type PaintPoolOptions } from "./paint-pool";
import type { PaintTask } from "./paint-task";

/** A thread that does what the alternative text of its document says. */
const THREAD = `
import { open } from "node:fs/promises";
import { threadId } from "node:worker_threads";
export default async ({ task: { document }, begun }) => {
  const [deed, rest] = document.alt.split(" ");
  begun[0] = Date.now();
  if (deed === "hang") for (;;);
  if (deed === "open") await open(rest);
  if (deed === "exit") process.exit(3);
  if (deed === "throw") throw new Error("cannot paint " + rest);
  if (deed === "wait") await new Promise((done) => setTimeout(done, Number(rest)));
  return { bytes: Uint8Array.of(threadId, Object.keys(process.env).length), quality: null };
};`;

const OUTPUT = { format: "png", kilobytes: null, chroma: "4:4:4", longestSide: null } as const;

let folder: string;
let entry: string;
let pool: PaintPool | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "paint-pool-"));
  entry = join(folder, "thread.mjs");
  await writeFile(entry, THREAD);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => pool?.close());

function start(options: Partial<PaintPoolOptions> = {}): PaintPool {
  pool = createPaintPool({ entry, storage: folder, threads: 1, taskMs: 1_000, ...options });
  return pool;
}

function task(deed: string): PaintTask<"whole"> {
  const document = { width: 1, height: 1, background: null, alt: deed, layers: [] };
  return { kind: "whole", images: [], families: [], document, scale: 1, output: OUTPUT };
}

describe("painting threads", () => {
  test("know nothing of the environment they were started in", async () => {
    const { bytes } = await start().run(task("paint"));
    expect(bytes[1]).toBe(0);
  });

  test("that hang are ended and replaced", async () => {
    const { run } = start();
    const first = await run(task("paint"));
    await expect(run(task("hang"))).rejects.toThrow();
    const next = await run(task("paint"));
    expect(next.bytes[0]).not.toBe(first.bytes[0]);
  });

  test.each(["exit", "hang"])("that %s take no other task along", async (deed) => {
    const { run } = start({ threads: 2 });
    const others = Array.from({ length: 6 }, () => run(task("wait 100")));
    await expect(run(task(deed))).rejects.toThrow();
    for (const { quality } of await Promise.all(others)) expect(quality).toBeNull();
    expect((await run(task("paint"))).quality).toBeNull();
  });

  test("that were ended keep their place for as long as their native work goes on", async () => {
    const begun: Worker[] = [];
    const over: Worker[] = [];
    const note = (worker: Worker) => {
      begun.push(worker);
      worker.once("exit", () => over.push(worker));
    };
    process.on("worker", note);
    // Opening it waits, outside of JavaScript, for one who opens it to write.
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    try {
      const { run } = start({ taskMs: 3_000 });
      await run(task("paint"));
      const hung = run(task(`open ${pipe}`));
      const next = run(task("paint"));
      await expect(hung).rejects.toThrow();
      // Time for the next to run where it wrongly may; that it may not does not depend on it.
      await new Promise((done) => setTimeout(done, 500));
      await (await open(pipe, "w")).close();
      await next;
      expect(over).toContain(begun[0]);
    } finally {
      process.off("worker", note);
    }
  });

  test("pass on what goes wrong in a task, and go on", async () => {
    const { run } = start();
    await expect(run(task("throw this"))).rejects.toThrow("cannot paint this");
    expect((await run(task("paint"))).quality).toBeNull();
  });

  test("turn away what is too much", async () => {
    const { run } = start({ waiting: 0 });
    const running = run(task("wait 200"));
    await expect(run(task("paint"))).rejects.toMatchObject({ code: "unavailable" });
    await running;
  });

  test("give a task its whole time, however long they took to get ready", async () => {
    const slow = join(folder, "slow.mjs");
    await writeFile(slow, `await new Promise((done) => setTimeout(done, 1_200));${THREAD}`);
    const { run } = start({ entry: slow, taskMs: 500 });
    expect((await run(task("wait 200"))).quality).toBeNull();
    await expect(run(task("hang"))).rejects.toThrow();
  });

  test("give a task its whole time, however long it waited", async () => {
    const { run } = start({ taskMs: 1_000 });
    const tasks = Array.from({ length: 3 }, () => run(task("wait 600")));
    for (const { quality } of await Promise.all(tasks)) expect(quality).toBeNull();
  });
});
