import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createBatch, createBatchInput } from "./create-batch";
import { newGreeting } from "./testing/new-batch";

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
