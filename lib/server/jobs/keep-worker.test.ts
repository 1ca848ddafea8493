import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepWorker, type Worker } from "./keep-worker";

let folder: string;
let worker: Worker | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nameplate-worker-"));
});
afterEach(async () => {
  await worker?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A program that writes down who it is each time it starts, and how it was told to stop. */
async function newProgram(): Promise<{ program: string; written: () => Promise<string[]> }> {
  const file = join(folder, "written");
  const program = join(folder, "program.mjs");
  await writeFile(file, "");
  const source = `
    import { appendFileSync } from "node:fs";
    const write = (line) => appendFileSync(${JSON.stringify(file)}, line + "\\n");
    process.on("SIGTERM", () => { write("stopped"); process.exit(0); });
    process.on("disconnect", () => process.exit(0));
    write("started " + process.pid);
    setInterval(() => undefined, 1000);`;
  await writeFile(program, source);
  const written = async () => (await readFile(file, "utf8")).split("\n").filter(Boolean);
  return { program, written };
}

async function happens(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 20));
  }
}

test("it is started again when it dies, comes after everybody else, and stops when it is told to", async () => {
  const { program, written } = await newProgram();
  worker = keepWorker(program);
  await happens(async () => (await written()).length === 1);
  const first = worker.pid() ?? 0;
  expect(await written()).toEqual([`started ${first}`]);
  if (process.platform === "linux") expect(getPriority(first)).toBe(19);
  process.kill(first, "SIGKILL");
  await happens(async () => (await written()).length === 2);
  const second = worker.pid() ?? 0;
  expect([second === first, await written()]).toEqual([false, [`started ${first}`, `started ${second}`]]);
  await worker.stop();
  expect((await written()).at(-1)).toBe("stopped");
  expect(worker.pid()).toBeUndefined();
});
