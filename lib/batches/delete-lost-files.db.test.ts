import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { batchFile } from "./batch-file";
import { deleteLostFiles } from "./delete-lost-files";
import { newBatch, newGreeting } from "./testing/new-batch";

withTestDatabase();

afterEach(() => {
  vi.restoreAllMocks();
});

const NOW = new Date();
const isKept = (workspaceId: string, id: string) => storage().has(batchFile({ id, workspaceId }, 1, "png"));

/** A batch with a file. */
async function newMade(owner: Person, templateId: string): Promise<string> {
  const id = await newBatch(owner, { templateId, rows: [["Ana", "Acme", ""]] });
  await storage().put(batchFile({ id, workspaceId: owner.scope.workspaceId }, 1, "png"), Buffer.from("x"));
  return id;
}

test("files of batches that are not there go, whosever they were; those of others stay", async () => {
  const [one, two] = [await newPerson("One"), await newPerson("Two")];
  const [of, others] = [await newGreeting(one), await newGreeting(two)];
  const { workspaceId } = one.scope;
  const kept = await newMade(one, of);
  const gone = [await newMade(one, of), await newMade(one, of), await newMade(one, of)];
  const theirs = await newMade(two, others);
  await db().batch.deleteMany({ where: { id: { in: gone } } });
  // No more in one go than may be; the rest is found the next day.
  expect(await deleteLostFiles(NOW, { step: 2, most: 2 })).toBe(2);
  expect(await deleteLostFiles(NOW, { step: 2 })).toBe(1);
  expect(await Promise.all(gone.map((id) => isKept(workspaceId, id)))).toEqual([false, false, false]);
  expect([await isKept(workspaceId, kept), await isKept(two.scope.workspaceId, theirs)]).toEqual([
    true,
    true,
  ]);
  expect(await deleteLostFiles(NOW)).toBe(0);
});

test("a batch that is made while files are looked through keeps its own", async () => {
  const owner = await newPerson("Owner");
  const templateId = await newGreeting(owner);
  const really = storage().folders;
  let made = "";
  vi.spyOn(storage(), "folders").mockImplementation(async function* (below) {
    // As late as it can be seen at all.
    if (below === `batches/${owner.scope.workspaceId}`) made = await newMade(owner, templateId);
    yield* really(below);
  });
  await newMade(owner, templateId);
  await deleteLostFiles(NOW);
  expect(made).not.toBe("");
  expect(await isKept(owner.scope.workspaceId, made)).toBe(true);
});
