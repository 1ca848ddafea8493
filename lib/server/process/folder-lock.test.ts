import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFolderLock } from "./folder-lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nameplate-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Adds 1 to a counter file 20 times, each a read and a write with a pause between, each under the lock. */
const COUNTER = `
  import { readFileSync, writeFileSync } from "node:fs";
  const [, lockModule, folder, counter] = process.argv;
  const { withFolderLock } = await import(lockModule);
  for (let i = 0; i < 20; i++) await withFolderLock(folder, async () => {
    const seen = Number(readFileSync(counter, "utf8"));
    await new Promise((done) => setTimeout(done, Math.random() * 3));
    writeFileSync(counter, String(seen + 1));
  });
`;

function run(script: string, args: string[]) {
  return spawn(process.execPath, ["--input-type=module", "-e", script, ...args], { stdio: "inherit" });
}

const lockModule = join(import.meta.dirname, "folder-lock.mjs");

test("processes that share a folder take turns, and nothing is lost", async () => {
  const counter = join(folder, "counter");
  writeFileSync(counter, "0");
  const ends = [1, 2, 3, 4].map(
    () => new Promise((done) => run(COUNTER, [lockModule, join(folder, "lock"), counter]).on("exit", done)),
  );
  expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
  expect(readFileSync(counter, "utf8")).toBe("80");
});

test("callers inside one process take turns too", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((done) => setTimeout(done, 5));
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withFolderLock(folder, work)));
  expect(most).toBe(1);
});

test("what a killed process held is free at once, even when its id is in use again", async () => {
  const holder = run(
    `const { withFolderLock } = await import(process.argv[1]);
     await withFolderLock(process.argv[2], () => { return new Promise((done) => setTimeout(done, 60_000)); });`,
    [lockModule, folder],
  );
  const pid = holder.pid ?? 0;
  // Number 0 would be one who still draws: a number drawn meanwhile could go first.
  await expect
    .poll(() => readdirSync(folder), { timeout: 60_000 })
    .toEqual([expect.stringMatching(new RegExp(`^0+1\\..*${pid}-`))]);
  await expect(withFolderLock(folder, async () => "in", { timeoutMs: 1500 })).rejects.toThrow(
    new RegExp(`Process ${pid} has held`),
  );
  const ended = new Promise((done) => holder.on("exit", done));
  holder.kill("SIGKILL");
  await ended;
  writeFileSync(join(folder, `000000000001.0.${process.pid}-1`), "");
  expect(await withFolderLock(folder, async () => "in", { timeoutMs: 1000 })).toBe("in");
});
