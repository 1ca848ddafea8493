import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createBatch, createBatchInput } from "./create-batch";
import { deleteOldBatches } from "./delete-batches";
import { changeDraftRow } from "./drafts/change-draft-row";
import { checkDraft } from "./drafts/check-draft";
import { MOST_DRAFTS } from "./drafts/refuse-many-drafts";
import { updateDraft } from "./drafts/update-draft";
import { newGreeting } from "./testing/new-batch";
import { newDraft } from "./testing/new-draft";

withTestDatabase();

let owner: Person;
let templateId: string;
beforeEach(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
});

const rowsOf = (count: number, text: string) =>
  createBatchInput.parse({
    templateId,
    rows: Array.from({ length: count }, () => ({ first_name: text, company: text })),
    start: false,
  });

test("the texts of a program's rows are as many as those of a list that is uploaded", async () => {
  await expect(createBatch(owner.scope, rowsOf(7_000, "x".repeat(4_000)))).rejects.toMatchObject({
    code: "too_large",
    message: expect.stringContaining("at most 50 million characters together"),
  });
  expect(await db().batch.count({ where: { workspaceId: owner.scope.workspaceId } })).toBe(0);
});

const count = () => db().batch.count({ where: { workspaceId: owner.scope.workspaceId } });

test("drafts are bounded, also where many are made at once; what starts is none", async () => {
  const draft = await createBatch(owner.scope, rowsOf(1, "Ana"));
  const row = await db().batch.findUniqueOrThrow({ where: { id: draft.id } });
  const others = Array.from({ length: MOST_DRAFTS - 3 }, (_, at) => ({
    ...row,
    ...{ id: `bat_${owner.scope.workspaceId.slice(4)}${at}`, key: `key${owner.scope.workspaceId}${at}` },
    ...{ mapping: {}, source: row.source ?? {}, cleanUps: [], output: {}, report: Prisma.DbNull },
    // One whose list is being read is one of them.
    parts: at % 2,
  }));
  await db().batch.createMany({ data: others });
  const list = () => newDraft(owner, templateId, "first_name\nAna\n");
  const program = () => createBatch(owner.scope, rowsOf(1, "Ana"));
  const made = await Promise.allSettled([list(), program(), list(), program(), list(), program()]);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(made.find((each) => each.status === "rejected")?.reason).toMatchObject({
    code: "conflict",
    message: `Expected at most ${MOST_DRAFTS} batches that are not started in a workspace, and it has ${MOST_DRAFTS}. Start or delete some of them.`,
  });
  expect(await count()).toBe(MOST_DRAFTS);
  await createBatch(owner.scope, { ...rowsOf(1, "Ana"), start: true });
});

test("a draft goes two weeks after its last change, a list that was read half after a day", async () => {
  const start = new Date("2026-11-01T12:00:00Z");
  const after = (days: number) => new Date(start.getTime() + days * 24 * 60 * 60_000);
  const touched = await createBatch(owner.scope, rowsOf(1, "Ana"), start);
  const forgotten = await createBatch(owner.scope, rowsOf(1, "Ben"), start);
  const half = await createBatch(owner.scope, rowsOf(1, "Cem"), start);
  await db().batch.update({ where: { id: half.id }, data: { parts: 0 } });
  const there = async () =>
    (await db().batch.findMany({ where: { workspaceId: owner.scope.workspaceId } }))
      .map(({ id }) => id)
      .sort();
  await deleteOldBatches(after(1));
  expect(await there()).toEqual([touched.id, forgotten.id, half.id].sort());
  await deleteOldBatches(after(1.01));
  expect(await there()).toEqual([touched.id, forgotten.id].sort());
  await updateDraft(owner.scope, touched.id, { name: "Mine" }, after(5));
  await deleteOldBatches(after(14));
  expect(await there()).toEqual([touched.id]);
  await changeDraftRow(owner.scope, { id: touched.id, row: 1 }, { leftOut: true }, after(15));
  await checkDraft(owner.scope, touched.id, () => after(20).getTime());
  await deleteOldBatches(after(33));
  expect(await there()).toEqual([touched.id]);
  await deleteOldBatches(after(34));
  expect(await there()).toEqual([]);
});
