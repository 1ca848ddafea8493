import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import type { RenderEngine } from "@/lib/render/engine/render-engine";
import { db } from "@/lib/server/db";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { storage } from "@/lib/server/storage";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { loadProgress } from "../load-progress";
import { cancelBatch, pauseBatch, resumeBatch, startBatch } from "../start-batch";
import { manyRows, newBatch, newGreeting } from "../testing/new-batch";
import { fillEmptyPlaces, PLACES } from "./batch-places";
import { makePart } from "./make-part";

withTestDatabase();

const MINUTE = 60_000;

let owner: Person;
let id: string;
let workspaceId: string;
beforeEach(async () => {
  owner = await newPerson("Owner");
  workspaceId = owner.scope.workspaceId;
  const templateId = await newGreeting(owner);
  id = await newBatch(owner, { templateId, rows: manyRows(60), output: { format: "jpg" } });
  await startBatch(owner.scope, id);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db().batch.updateMany({ where: { state: "running" }, data: { state: "cancelled" } });
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const refuse = (code: "storage_full" | "unavailable") =>
  vi.spyOn(storage(), "put").mockRejectedValue(new AppError(code, "Not now."));
const look = () => loadProgress({ id, workspaceId }, new Date());
const tries = async () =>
  (await db().batchPart.findMany({ where: { batchId: id }, orderBy: { index: "asc" } })).map(
    (part) => part.tries,
  );
const turns = () => db().$queryRaw<{ key: string; run_at: Date }[]>`
  SELECT key, run_at FROM graphile_worker.jobs WHERE key LIKE ${`batches ${workspaceId} %`} ORDER BY key`;
const turnOf = async (place: number) =>
  (await turns()).find(({ key }) => key.endsWith(` ${place}`))?.run_at.getTime() ?? 0;

test("without room a batch waits, says so, and goes on within a minute of there being room, however long it took", async () => {
  const put = refuse("storage_full");
  for (let time = 0; time < 50; time += 1) await makePart({ workspaceId, place: 0 });
  expect(await look()).toMatchObject({ state: "running", waitsFor: "storage_full", made: 0, failed: 0 });
  expect(Math.max(...(await tries()))).toBe(0);
  const wait = (await turnOf(0)) - Date.now();
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThan(MINUTE);
  expect(await turns()).toHaveLength(PLACES);
  put.mockRestore();
  await makePart({ workspaceId, place: 0 });
  expect(await look()).toMatchObject({ state: "running", waitsFor: null, made: 50, failed: 0 });
  await makePart({ workspaceId, place: 0 });
  expect(await look()).toMatchObject({ state: "done", waitsFor: null, made: 60, failed: 0 });
});

test("what cannot be painted at the moment is tried again soon, and given up after many tries", async () => {
  refuse("unavailable");
  await makePart({ workspaceId, place: 1 });
  // Storage that cannot be written is waited for as one that is full.
  expect([(await look())?.waitsFor, Math.max(...(await tries()))]).toEqual(["unavailable", 0]);
  vi.restoreAllMocks();
  // Pictures that were painted then are forgotten.
  takeProcessWide("running-batches");
  const engine = processWide("batch-engine", (): RenderEngine => {
    throw new Error("it was made for the part before");
  });
  vi.spyOn(engine, "render").mockRejectedValue(new AppError("unavailable", "It took too long."));
  await makePart({ workspaceId, place: 1 });
  expect(await look()).toMatchObject({ state: "running", waitsFor: "unavailable" });
  expect((await turnOf(1)) - Date.now()).toBeLessThan(MINUTE);
  for (let time = 1; time < 20; time += 1) await makePart({ workspaceId, place: 1 });
  expect(await look()).toMatchObject({ state: "running", waitsFor: null, made: 0, failed: 50 });
});

test("who pauses, resumes or cancels a batch that waits is not told any more that it does", async () => {
  refuse("storage_full");
  await makePart({ workspaceId, place: 0 });
  expect(await pauseBatch(owner.scope, id)).toMatchObject({ waitsFor: null });
  expect(await resumeBatch(owner.scope, id)).toMatchObject({ waitsFor: null });
  await makePart({ workspaceId, place: 0 });
  expect(await cancelBatch(owner.scope, id)).toMatchObject({ waitsFor: null });
});

test("places that would sleep for hours are drawn nearer, others are left where they are", async () => {
  const now = new Date();
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = 12, run_at = now() + interval '5 hours'
    WHERE key = ${`batches ${workspaceId} 2`}`;
  const others = await turnOf(3);
  expect(await fillEmptyPlaces(now)).toBe(1);
  expect((await turnOf(2)) - now.getTime()).toBeLessThanOrEqual(MINUTE);
  expect(await turnOf(3)).toBe(others);
  expect(await turns()).toHaveLength(PLACES);
  expect(await fillEmptyPlaces(now)).toBe(0);
});
