import { type ChildProcess, fork } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { env, systemVariables } from "@/lib/server/env";
import { storage, storageFolder } from "@/lib/server/storage";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { batchFile } from "../batch-file";
import { storedOutcomes } from "../outcomes";
import { startBatch } from "../start-batch";
import { manyRows, newBatch, newGreeting } from "../testing/new-batch";

withTestDatabase();

const ROOT = join(import.meta.dirname, "../../..");
const ROWS = 300;
const KILLS = 4;

let owner: Person;
let templateId: string;
let program: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
  program = join(env().BUILD_DIR, `worker-${process.pid}.mjs`);
  await build({
    entryPoints: [join(ROOT, "lib/server/worker.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT, "server-only": join(ROOT, "scripts/empty.mjs") },
    logLevel: "error",
  });
});

const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

async function startWorker(): Promise<ChildProcess> {
  const { DATABASE_URL, DATA_DIR, BUILD_DIR, NEXTAUTH_SECRET } = env();
  const own = { DATABASE_URL, DATA_DIR, BUILD_DIR, NEXTAUTH_SECRET, LOG_LEVEL: "silent", PAINT_THREADS: "1" };
  const child = fork(program, { env: { ...systemVariables(), ...own }, cwd: ROOT });
  children.add(child);
  await new Promise<void>((done, fail) => {
    child.once("message", () => done());
    child.once("exit", (code) => fail(new Error(`the worker ended with ${code}`)));
  });
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
  // What a dead process holds is given to others after ten seconds; these have passed.
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_at IS NOT NULL`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_job_queues SET locked_at = locked_at - interval '1 minute'
    WHERE locked_at IS NOT NULL`;
}

async function happens(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 100_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 10));
  }
}

const look = (id: string) => db().batch.findUniqueOrThrow({ where: { id } });
const filesOf = (id: string) =>
  readdir(join(storageFolder(), "batches", owner.scope.workspaceId, id)).catch((): string[] => []);

async function picturesOf(id: string): Promise<string[]> {
  const place = { id, workspaceId: owner.scope.workspaceId };
  const rows = Array.from({ length: ROWS }, (_, at) => storage().get(batchFile(place, at + 1, "jpg")));
  return (await Promise.all(rows)).map((bytes) => bytes.toString("base64"));
}

const newOne = () => newBatch(owner, { templateId, rows: manyRows(ROWS), output: JPG });
const JPG = { format: "jpg" };

test("killed four times, a batch is what it is undisturbed: nothing lost, nothing twice", async () => {
  const undisturbed = await newOne();
  await startBatch(owner.scope, undisturbed);
  let worker = await startWorker();
  await happens(async () => (await look(undisturbed)).state === "done");
  const before = await db().usageMonth.findFirstOrThrow({
    where: { workspaceId: owner.scope.workspaceId },
  });

  const id = await newOne();
  await startBatch(owner.scope, id);
  for (let times = 0; times < KILLS; times += 1) {
    // In the middle of a part, each time a little further.
    const wanted = (await filesOf(id)).length + 20;
    await happens(async () => (await filesOf(id)).length >= wanted);
    await kill(worker);
    expect((await look(id)).state).toBe("running");
    worker = await startWorker();
  }
  await happens(async () => (await look(id)).state === "done");
  const batch = await look(id);
  expect(batch).toMatchObject({ made: ROWS, failed: 0 });
  const parts = await db().batchPart.findMany({ where: { batchId: id } });
  const made = parts.flatMap(({ outcomes }) => storedOutcomes.parse(outcomes) ?? []);
  expect(made).toHaveLength(ROWS);
  const after = await db().usageMonth.findFirstOrThrow({ where: { workspaceId: owner.scope.workspaceId } });
  expect(after.rendered - before.rendered).toBe(BigInt(ROWS));
  expect(await picturesOf(id)).toEqual(await picturesOf(undisturbed));
  expect(await filesOf(id)).toHaveLength(ROWS);
  await kill(worker);
});

test("two processes share a batch, and count every part once", async () => {
  const workers = [await startWorker(), await startWorker()];
  const id = await newOne();
  await startBatch(owner.scope, id);
  await happens(async () => (await look(id)).state === "done");
  expect(await look(id)).toMatchObject({ made: ROWS, failed: 0 });
  expect(await filesOf(id)).toHaveLength(ROWS);
  for (const worker of workers) await kill(worker, "SIGTERM");
});
