import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { deleteTemplate } from "@/lib/server/templates/delete-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { storageUsed } from "@/lib/usage/storage-quota";
import { changeRow } from "./parts";
import { fillEmptyPlaces, PLACES } from "./run/batch-places";
import { makePart } from "./run/make-part";
import { cancelBatch, pauseBatch, retryFailed, startBatch } from "./start-batch";
import { manyRows, newBatch, newGreeting } from "./testing/new-batch";

withTestDatabase();

let owner: Person;
let templateId: string;
beforeEach(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
});

const newOne = (rows = 3) => newBatch(owner, { templateId, rows: manyRows(rows), output: { format: "jpg" } });
const plan = (name: string) =>
  db().workspace.update({ where: { id: owner.scope.workspaceId }, data: { plan: name } });
const jobs = () => db().$queryRaw<{ key: string }[]>`
  SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`batches ${owner.scope.workspaceId} %`}`;

test("a plan's batches of a month are all that start, also where twenty are started at once", async () => {
  await plan("free");
  const now = new Date();
  const ids = await Promise.all(Array.from({ length: 20 }, () => newOne()));
  const all = await Promise.allSettled(ids.map((id) => startBatch(owner.scope, id, now)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  const refused = all.find((each) => each.status === "rejected");
  expect(refused?.reason).toMatchObject({
    code: "conflict",
    message: expect.stringContaining("includes 5 batches a month"),
    details: { metric: "batches", plan: "free", limit: 5, used: 5 },
  });
  expect(await db().batch.count({ where: { workspaceId: owner.scope.workspaceId, state: "draft" } })).toBe(
    15,
  );
  const waiting = await db().batch.findFirstOrThrow({
    where: { workspaceId: owner.scope.workspaceId, state: "draft" },
  });
  // The next month begins anew; an owner is told of the limit.
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  await db().batch.update({ where: { id: waiting.id }, data: { expiresAt: new Date(next.getTime() + 1) } });
  await startBatch(owner.scope, waiting.id, next);
  const notices = await db().quotaNotice.findMany({
    where: { workspaceId: owner.scope.workspaceId, metric: "batches" },
    orderBy: { threshold: "asc" },
  });
  expect(notices.map(({ threshold }) => threshold)).toEqual([80, 100]);
});

test("where storage is full, rows say so, and are made when there is room again", async () => {
  const { workspaceId } = owner.scope;
  const id = await newOne(2);
  await plan("free");
  const filler = await newOne();
  await db().batch.update({ where: { id: filler }, data: { bytes: 250_000_000n } });
  await startBatch(owner.scope, id);
  await makePart({ workspaceId, place: 0 });
  const full = await db().batch.findUniqueOrThrow({ where: { id } });
  expect(full).toMatchObject({ state: "done", made: 0, failed: 2 });
  const [part] = await db().batchPart.findMany({ where: { batchId: id } });
  expect(JSON.stringify(part?.outcomes)).toContain("250 MB");
  expect(JSON.stringify(part?.outcomes)).toContain("Delete batches or uploads that nobody needs");
  expect(JSON.stringify(part?.outcomes)).not.toContain("bytes");
  await db().batch.update({ where: { id: filler }, data: { bytes: 0n } });
  await retryFailed(owner.scope, id);
  await makePart({ workspaceId, place: 0 });
  const made = await db().batch.findUniqueOrThrow({ where: { id } });
  expect(made).toMatchObject({ state: "done", made: 2, failed: 0 });
  expect(await storageUsed(db(), owner.scope)).toBe(Number(made.bytes));
});

test("a draft starts once, with something to make, of a template that is there and published", async () => {
  const id = await newOne();
  const both = await Promise.allSettled([startBatch(owner.scope, id), startBatch(owner.scope, id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await jobs()).toHaveLength(PLACES);
  await pauseBatch(owner.scope, id);
  await expect(pauseBatch(owner.scope, id)).rejects.toMatchObject({ code: "conflict" });
  await cancelBatch(owner.scope, id);
  await expect(retryFailed(owner.scope, id)).rejects.toMatchObject({ code: "conflict" });

  const empty = await newOne();
  await db().batch.update({ where: { id: empty }, data: { leftOut: 3 } });
  await expect(startBatch(owner.scope, empty)).rejects.toThrow("no row to make a picture of");
  const late = await newOne();
  await deleteTemplate(owner.scope, templateId);
  await expect(startBatch(owner.scope, late)).rejects.toThrow("deleted");
});

test("rows that are left out are neither made nor failed", async () => {
  const { workspaceId } = owner.scope;
  const id = await newOne(5);
  await changeRow(db(), { id, workspaceId }, 2, { leftOut: true });
  await db().batch.update({ where: { id }, data: { leftOut: 1 } });
  await startBatch(owner.scope, id);
  await makePart({ workspaceId, place: 1 });
  expect(await db().batch.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "done",
    ...{ rows: 5, made: 4, failed: 0, leftOut: 1 },
  });
});

test("places that nobody works for any more are filled again", async () => {
  const id = await newOne();
  await db().batch.updateMany({ where: { state: "running" }, data: { state: "cancelled" } });
  await startBatch(owner.scope, id);
  expect(await fillEmptyPlaces()).toBe(0);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  expect(await fillEmptyPlaces()).toBe(1);
  expect(await jobs()).toHaveLength(PLACES);
});
