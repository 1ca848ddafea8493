import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { WORKER_LANES } from "@/lib/server/jobs/job-lanes";
import { startJobs } from "@/lib/server/jobs/start-jobs";
import { takeProcessWide } from "@/lib/server/process-registry";
import { storage, storageFolder } from "@/lib/server/storage";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createWebhook } from "@/lib/webhooks/manage-webhooks";
import { batchFile } from "../batch-file";
import { storedOutcomes } from "../outcomes";
import { changeRow } from "../parts";
import { cancelBatch, pauseBatch, resumeBatch, retryFailed, startBatch } from "../start-batch";
import { manyRows, newBatch, newGreeting } from "../testing/new-batch";
import { makePart } from "./make-part";

withTestDatabase();

let owner: Person;
let templateId: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
});

let running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  running = [];
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const work = () => running.push(startJobs(WORKER_LANES));

async function happens(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 20));
  }
}

const look = (id: string) => db().batch.findUniqueOrThrow({ where: { id } });
const isDone = (id: string) => async () => (await look(id)).state === "done";
const bytesOf = (of: Person, id: string, row: number) =>
  storage().get(batchFile({ id, workspaceId: of.scope.workspaceId }, row, "jpg"));
const JPG = { format: "jpg" };

test("a batch makes every row's picture, counts each once, and says when it is done", async () => {
  await createWebhook(owner.scope, {
    url: "https://receiver.example/",
    events: ["batch.finished"],
    projectIds: null,
  });
  const id = await newBatch(owner, { templateId, rows: manyRows(120), output: JPG });
  const started = await startBatch(owner.scope, id);
  expect(started.state).toBe("running");
  work();
  await happens(isDone(id));
  const batch = await look(id);
  expect(batch).toMatchObject({ made: 120, failed: 0 });
  const parts = await db().batchPart.findMany({ where: { batchId: id }, orderBy: { index: "asc" } });
  const outcomes = parts.flatMap((part) => storedOutcomes.parse(part.outcomes) ?? []);
  const pictures = await Promise.all(outcomes.map((_, at) => bytesOf(owner, id, at + 1)));
  expect(outcomes).toEqual(pictures.map(({ length }) => ({ b: length })));
  expect(Number(batch.bytes)).toBe(pictures.reduce((sum, { length }) => sum + length, 0));
  expect(new Set(pictures.map((each) => each.toString("base64"))).size).toBe(120);
  const month = await db().usageMonth.findFirstOrThrow({
    where: { workspaceId: owner.scope.workspaceId },
  });
  expect(month).toMatchObject({ rendered: 120n, batches: 1n, served: 0n });
  const told = await db().webhookDelivery.findMany({ where: { workspaceId: owner.scope.workspaceId } });
  expect(told).toHaveLength(1);
  // Pictures of batches are nobody's link: they do not come into what links keep.
  const kept = await readdir(join(storageFolder(), "..", "pictures")).catch(() => []);
  expect(kept).toEqual([]);
});

test("a row that fails says why, and stops nobody; tried again, only it is made", async () => {
  const rows = manyRows(60);
  rows[4] = ["Ana", "Acme", "https://127.0.0.1/photo.png"];
  rows[55] = ["x".repeat(5_000), "Acme", ""];
  const id = await newBatch(owner, { templateId, rows, output: JPG });
  const part = await db().batch.findUniqueOrThrow({ where: { id } });
  await startBatch(owner.scope, id);
  work();
  await happens(isDone(id));
  expect(await look(id)).toMatchObject({ made: 58, failed: 2, rows: 60 });
  const outcomes = async () =>
    (await db().batchPart.findMany({ where: { batchId: id }, orderBy: { index: "asc" } })).flatMap(
      ({ outcomes: each }) => storedOutcomes.parse(each) ?? [],
    );
  const before = await outcomes();
  expect([before[4], before[55]]).toEqual([
    { c: "picture", s: expect.stringContaining("did not load") },
    { c: "too_long", s: expect.stringContaining("first_name") },
  ]);
  // What fails for good fails again; what stands in for the picture is made now.
  await db().batch.update({
    where: { id },
    data: { output: { ...(part.output as object), missingPictures: "replace" } },
  });
  takeProcessWide("running-batches");
  const untouched = await bytesOf(owner, id, 1);
  await retryFailed(owner.scope, id);
  await happens(isDone(id));
  expect(await look(id)).toMatchObject({ made: 59, failed: 1 });
  expect((await outcomes())[4]).toEqual({ b: expect.any(Number) });
  expect(await bytesOf(owner, id, 1)).toEqual(untouched);
  expect(await bytesOf(owner, id, 5)).toBeTruthy();
});

test("a paused batch makes nothing; resumed it ends; a cancelled one ends with what it has", async () => {
  const id = await newBatch(owner, { templateId, rows: manyRows(200), output: JPG });
  await startBatch(owner.scope, id);
  const { workspaceId } = owner.scope;
  await makePart({ workspaceId, place: 0 });
  await pauseBatch(owner.scope, id);
  await Promise.all([0, 1, 2].map((place) => makePart({ workspaceId, place })));
  expect(await look(id)).toMatchObject({ state: "paused", made: 50 });
  await resumeBatch(owner.scope, id);
  await makePart({ workspaceId, place: 3 });
  expect(await look(id)).toMatchObject({ state: "running", made: 100 });
  await expect(resumeBatch(owner.scope, id)).rejects.toMatchObject({ code: "conflict" });
  await cancelBatch(owner.scope, id);
  await makePart({ workspaceId, place: 3 });
  expect(await look(id)).toMatchObject({ state: "cancelled", made: 100 });
  await expect(resumeBatch(owner.scope, id)).rejects.toMatchObject({ code: "conflict" });
});

test("whoever makes the last open part ends the batch, wherever in the list it lies", async () => {
  const rows = manyRows(120);
  rows[4] = ["Ana", "Acme", "https://127.0.0.1/photo.png"];
  const id = await newBatch(owner, { templateId, rows, output: JPG });
  await startBatch(owner.scope, id);
  const { workspaceId } = owner.scope;
  for (const place of [0, 1, 2]) await makePart({ workspaceId, place });
  expect(await look(id)).toMatchObject({ state: "done", made: 119, failed: 1 });
  // Nobody else looks for work meanwhile.
  await retryFailed(owner.scope, id);
  await makePart({ workspaceId, place: 0 });
  expect(await look(id)).toMatchObject({ state: "done", made: 119, failed: 1 });
});

test("a row that was left out does not fail with the rest of its part", async () => {
  const id = await newBatch(owner, { templateId, rows: manyRows(5), output: JPG });
  await transaction((tx) =>
    changeRow(tx, { id, workspaceId: owner.scope.workspaceId }, 2, { leftOut: true }),
  );
  await db().batch.update({ where: { id }, data: { leftOut: 1 } });
  await startBatch(owner.scope, id);
  await db().batchPart.updateMany({ where: { batchId: id }, data: { tries: 30 } });
  await makePart({ workspaceId: owner.scope.workspaceId, place: 0 });
  expect(await look(id)).toMatchObject({ state: "done", made: 0, failed: 4, leftOut: 1 });
});

test("one part that is made twice at once counts once", async () => {
  const id = await newBatch(owner, { templateId, rows: manyRows(50), output: JPG });
  await startBatch(owner.scope, id);
  const { workspaceId } = owner.scope;
  // Two processes of which each takes the other for dead.
  await Promise.all([makePart({ workspaceId, place: 5 }), makePart({ workspaceId, place: 5 })]);
  expect(await look(id)).toMatchObject({ state: "done", made: 50, failed: 0 });
});

test("a small batch of another workspace ends while the first of many is still running", async () => {
  const other = await newPerson("Other");
  const otherTemplate = await newGreeting(other);
  const large = await Promise.all(
    [1, 2, 3].map(() => newBatch(owner, { templateId, rows: manyRows(600), output: JPG })),
  );
  for (const id of large) await startBatch(owner.scope, id);
  const small = await newBatch(other, { templateId: otherTemplate, rows: manyRows(20), output: JPG });
  await startBatch(other.scope, small);
  work();
  await happens(isDone(small));
  const states = await Promise.all(large.map(look));
  expect(states.map(({ state }) => state)).toEqual(["running", "running", "running"]);
  // Batches of one workspace take turns, too.
  await happens(async () => (await Promise.all(large.map(look))).every(({ made }) => made > 0));
  expect((await Promise.all(large.map(look))).map(({ state }) => state)).not.toContain("done");
});
