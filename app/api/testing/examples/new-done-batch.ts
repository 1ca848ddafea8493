import { batchFile } from "@/lib/batches/batch-file";
import { newDraft } from "@/lib/batches/testing/new-draft";
import { db } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import { newPicture } from "@/lib/server/testing/api-world";
import type { Person } from "@/lib/server/testing/people";
import { newPublished } from "../things";

/** A batch of two rows that is done: the first has its picture and the second failed. */
export async function newDoneBatch(owner: Person): Promise<string> {
  const { workspaceId } = owner.scope;
  const templateId = await newPublished(owner);
  const id = await newDraft(owner, templateId, "Name,E-mail\nAna,ana@example.com\nBo,");
  const { publishedVersionId: versionId } = await db().template.findUniqueOrThrow({
    where: { id: templateId },
  });
  const outcomes = [{ b: 100 }, { c: "picture", s: "It did not load." }];
  await db().batch.update({
    where: { id },
    data: { state: "done", versionId, startedAt: new Date(), made: 1, failed: 1 },
  });
  await db().batchPart.updateMany({
    where: { batchId: id },
    data: { outcomes, failed: 1, finishedAt: new Date() },
  });
  await storage().put(batchFile({ id, workspaceId }, 1, "png"), newPicture());
  return id;
}
