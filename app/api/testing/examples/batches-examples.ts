import { batchFile } from "@/lib/batches/batch-file";
import { createBatch, createBatchInput } from "@/lib/batches/create-batch";
import { db } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import { newPicture } from "@/lib/server/testing/api-world";
import { newPage } from "@/lib/server/testing/new-page";
import type { Person } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { newPublished } from "../things";

const B = "w/[workspace]/batches";

/** A batch of two rows in some state; of one that is done, the first has its picture and the second failed. */
async function newBatch(owner: Person, state: "draft" | "running" | "paused" | "done"): Promise<string> {
  const { workspaceId } = owner.scope;
  const templateId = await newPublished(owner);
  const input = createBatchInput.parse({ templateId, rows: [{}, {}], start: false });
  const { id } = await createBatch(owner.scope, input);
  if (state === "draft") return id;
  const { publishedVersionId: versionId } = await db().template.findUniqueOrThrow({
    where: { id: templateId },
  });
  const isDone = state === "done";
  const counts = isDone ? { made: 1, failed: 1 } : {};
  await db().batch.update({ where: { id }, data: { state, versionId, startedAt: new Date(), ...counts } });
  if (!isDone) return id;
  const outcomes = [{ b: 100 }, { c: "picture", s: "It did not load." }];
  await db().batchPart.updateMany({
    where: { batchId: id },
    data: { outcomes, failed: 1, finishedAt: new Date() },
  });
  await storage().put(batchFile({ id, workspaceId }, 1, "png"), newPicture());
  return id;
}

/** One that is done and makes pages. */
async function newPages(owner: Person): Promise<string> {
  const id = await newBatch(owner, "done");
  const { workspaceId } = owner.scope;
  await storage().put(batchFile({ id, workspaceId }, 1, "pdf"), await newPage());
  await db().batch.update({ where: { id }, data: { output: { format: "pdf" } } });
  return id;
}

/** Of batches once they are started. */
export const BATCHES_EXAMPLES: RouteExamples = {
  [`GET ${B}`]: async () => ({}),
  [`GET ${B}/[id]`]: async (owner) => ({ id: await newBatch(owner, "draft") }),
  [`DELETE ${B}/[id]`]: async (owner) => ({ id: await newBatch(owner, "done"), status: 204 }),
  [`POST ${B}/[id]/start`]: async (owner) => ({ id: await newBatch(owner, "draft") }),
  [`POST ${B}/[id]/pause`]: async (owner) => ({ id: await newBatch(owner, "running") }),
  [`POST ${B}/[id]/resume`]: async (owner) => ({ id: await newBatch(owner, "paused") }),
  [`POST ${B}/[id]/cancel`]: async (owner) => ({ id: await newBatch(owner, "running") }),
  [`POST ${B}/[id]/retry`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/events`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/failures`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/results`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/results.zip`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/results.pdf`]: async (owner) => ({ id: await newPages(owner) }),
  [`GET ${B}/[id]/results.csv`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/contact-sheet.jpg`]: async (owner) => ({ id: await newBatch(owner, "done") }),
  [`GET ${B}/[id]/files/[number]`]: async (owner) => ({ id: await newBatch(owner, "done"), number: "1" }),
};
