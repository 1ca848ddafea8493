import { db } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import type { Person } from "@/lib/server/testing/people";
import { batchFile } from "../../batch-file";
import type { Outcome } from "../../outcomes";
import { newBatch } from "../../testing/new-batch";

/** The bytes of the file of a row, of no format: nobody looks into them. */
export const fileOf = (row: number) => Buffer.from(`picture ${row} `.repeat(40));

/** Rows of so many people, the second column their addresses. */
export const people = (count: number) =>
  Array.from({ length: count }, (_, at) => [`Person ${at + 1}`, `person${at + 1}@people.example`, ""]);

/** A batch that is done, as a run leaves it; rows whose number is among `failed` have no file. */
export async function newMailable(
  owner: Person,
  { templateId, rows, failed = [] }: { templateId: string; rows: string[][]; failed?: number[] },
): Promise<string> {
  const id = await newBatch(owner, {
    templateId,
    rows,
    output: { format: "png", fileName: "{{first_name}}" },
  });
  const { workspaceId } = owner.scope;
  const { publishedVersionId: versionId } = await db().template.findUniqueOrThrow({
    where: { id: templateId },
  });
  const made = rows.length - failed.length;
  await db().batch.update({
    where: { id },
    data: { state: "done", versionId, startedAt: new Date(), made, failed: failed.length },
  });
  for (const part of await db().batchPart.findMany({ where: { batchId: id } })) {
    const outcomes: Outcome[] = [];
    for (let row = part.firstRow; row < part.firstRow + part.rows; row += 1) {
      const bytes = fileOf(row);
      await storage().put(batchFile({ id, workspaceId }, row, "png"), bytes);
      outcomes.push(failed.includes(row) ? { c: "picture", s: "No." } : { b: bytes.length });
    }
    await db().batchPart.update({
      where: { batchId_index: { batchId: id, index: part.index } },
      data: { outcomes, finishedAt: new Date() },
    });
  }
  return id;
}
