import { issueCertificates } from "@/lib/certificates/issue-certificates";
import type { Database } from "@/lib/server/db";
import { countBatches } from "@/lib/usage/count-batches";
import { noteStorage } from "@/lib/usage/storage-quota";
import { batchOutput } from "../batch-item";
import { finishBatch } from "../finish-batch";
import { failureOf, isMade, type Outcome, storedOutcomes } from "../outcomes";
import type { ClaimedPart } from "./claim-part";

/**
 * Writes down how the rows of a part ended and counts them, once, whoever else made the same part beside us; the last part
 * ends the batch. Gives whether the batch still wants its pictures: one that was cancelled does not.
 */
export async function settlePart(
  tx: Database,
  { batchId, index }: Pick<ClaimedPart, "batchId" | "index">,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM "Batch" WHERE id = ${batchId} FOR UPDATE`;
  const batch = await tx.batch.findUnique({
    where: { id: batchId },
    select: { workspaceId: true, projectId: true, state: true, output: true },
  });
  if (batch === null || batch.state === "cancelled") return false;
  const where = { batchId, index, finishedAt: null };
  // Of rows that are tried again, what was made before is counted already.
  const before = await tx.batchPart.findFirst({ where, select: { outcomes: true, firstRow: true } });
  if (before === null) return true;
  const known = sum(storedOutcomes.parse(before.outcomes) ?? []);
  const { made, bytes, failed } = sum(outcomes);
  await tx.batchPart.updateMany({
    where,
    data: { outcomes: [...outcomes], failed, claim: null, tries: 0, finishedAt: now },
  });
  await tx.batch.updateMany({
    where: { id: batchId },
    data: {
      made: { increment: made - known.made },
      failed: { increment: failed },
      bytes: { increment: bytes - known.bytes },
      waitsFor: null,
    },
  });
  const { workspaceId, projectId } = batch;
  await countBatches(tx, { workspaceId, projectId, rendered: made - known.made, batches: 0 }, now);
  if (batchOutput.parse(batch.output).certificate !== null) {
    const rows = outcomes.flatMap((each, at) => (isMade(each) ? [before.firstRow + at] : []));
    await issueCertificates(tx, { workspaceId, batchId }, rows, now);
  }
  await noteStorage(tx, { workspaceId }, now);
  if (!(await hasOpenPart(tx, batchId))) {
    await finishBatch(tx, batchId, "done", now);
  }
  return true;
}

async function hasOpenPart(tx: Database, batchId: string): Promise<boolean> {
  const open = await tx.batchPart.findFirst({
    where: { batchId, finishedAt: null },
    select: { index: true },
  });
  return open !== null;
}

function sum(outcomes: readonly Outcome[]) {
  const made = outcomes.filter(isMade);
  return {
    made: made.length,
    bytes: made.reduce((total, { b }) => total + b, 0),
    failed: outcomes.filter((each) => failureOf(each) !== null).length,
  };
}
