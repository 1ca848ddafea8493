import { type Database, transaction } from "@/lib/server/db";
import { LARGEST_INTEGER } from "@/lib/server/largest-integer";

/** Beyond any part. */
const NO_PART = LARGEST_INTEGER;

/** A part to make. */
export type ClaimedPart = { batchId: string; index: number; tries: number };

/**
 * What a workspace's place is to make next: the part that it began and did not finish, because whoever worked for it died;
 * else the next part of the batch that has waited longest. null: nothing is to be made.
 */
export async function claimPart(workspaceId: string, place: number): Promise<ClaimedPart | null> {
  return transaction(async (tx) => {
    // Places of a workspace look one after the other, so that no two begin one part.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`batches ${workspaceId}`}, 0))`;
    for (;;) {
      const begun = await partBegunBy(tx, workspaceId, place);
      const batch = begun ?? (await batchToServe(tx, workspaceId));
      if (!batch) return null;
      // Before any of its parts, as whoever settles one does. Meanwhile it may have been paused, or ended.
      const [held] = await tx.$queryRaw<{ state: string; nextPart: number }[]>`
        SELECT state::text, "nextPart" FROM "Batch" WHERE id = ${batch.id} FOR UPDATE`;
      if (held?.state !== "running") continue;
      const part = begun
        ? await beginAgain(tx, begun, place)
        : await beginNext(tx, batch.id, held.nextPart, place);
      if (part) return part;
    }
  });
}

/** A part that the place began and did not finish. */
async function partBegunBy(tx: Database, workspaceId: string, place: number) {
  const [part] = await tx.$queryRaw<{ id: string; index: number }[]>`
    SELECT p."batchId" AS id, p.index FROM "BatchPart" p JOIN "Batch" b ON b.id = p."batchId"
    WHERE p."workspaceId" = ${workspaceId} AND p.claim = ${place} AND p."finishedAt" IS NULL
      AND b.state = 'running'
    ORDER BY p."batchId", p.index LIMIT 1`;
  return part;
}

/** The running batch that has waited longest and may have parts that nobody makes. */
async function batchToServe(tx: Database, workspaceId: string) {
  const [batch] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Batch"
    WHERE "workspaceId" = ${workspaceId} AND state = 'running' AND "nextPart" < parts
    ORDER BY "servedAt" NULLS FIRST, "startedAt", id LIMIT 1`;
  return batch;
}

async function beginAgain(tx: Database, { id, index }: { id: string; index: number }, place: number) {
  const [part] = await tx.$queryRaw<ClaimedPart[]>`
    UPDATE "BatchPart" SET tries = tries + 1
    WHERE "batchId" = ${id} AND index = ${index} AND claim = ${place} AND "finishedAt" IS NULL
    RETURNING "batchId", index, tries`;
  return part;
}

/** The first open part from one on. Where none is left, the batch is not looked at again. */
async function beginNext(tx: Database, batchId: string, from: number, place: number) {
  const [part] = await tx.$queryRaw<ClaimedPart[]>`
    UPDATE "BatchPart" part SET claim = ${place}, tries = tries + 1
    WHERE part."batchId" = ${batchId} AND part.index = (
      SELECT index FROM "BatchPart"
      WHERE "batchId" = ${batchId} AND index >= ${from} AND "finishedAt" IS NULL
      ORDER BY index LIMIT 1)
    RETURNING part."batchId", part.index, part.tries`;
  await tx.$executeRaw`
    UPDATE "Batch" SET "servedAt" = clock_timestamp() AT TIME ZONE 'UTC',
      "nextPart" = ${part ? part.index + 1 : NO_PART}
    WHERE id = ${batchId}`;
  return part;
}
