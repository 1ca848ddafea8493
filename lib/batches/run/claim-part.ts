import { transaction } from "@/lib/server/db";

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
    const begun = await tx.$queryRaw<ClaimedPart[]>`
      UPDATE "BatchPart" part SET tries = tries + 1
      WHERE (part."batchId", part.index) = (
        SELECT p."batchId", p.index FROM "BatchPart" p JOIN "Batch" b ON b.id = p."batchId"
        WHERE p."workspaceId" = ${workspaceId} AND p.claim = ${place} AND p."finishedAt" IS NULL
          AND b.state = 'running'
        ORDER BY p."batchId", p.index LIMIT 1)
      RETURNING part."batchId", part.index, part.tries`;
    if (begun[0]) return begun[0];
    for (;;) {
      const [batch] = await tx.$queryRaw<{ id: string; nextPart: number }[]>`
        SELECT id, "nextPart" FROM "Batch"
        WHERE "workspaceId" = ${workspaceId} AND state = 'running' AND "nextPart" < parts
        ORDER BY "servedAt" NULLS FIRST, "startedAt", id LIMIT 1`;
      if (!batch) return null;
      const [part] = await tx.$queryRaw<ClaimedPart[]>`
        UPDATE "BatchPart" part SET claim = ${place}, tries = tries + 1
        WHERE part."batchId" = ${batch.id} AND part.index = (
          SELECT index FROM "BatchPart"
          WHERE "batchId" = ${batch.id} AND index >= ${batch.nextPart} AND "finishedAt" IS NULL
          ORDER BY index LIMIT 1)
        RETURNING part."batchId", part.index, part.tries`;
      // Where none is left, the batch is not looked at again.
      await tx.$executeRaw`
        UPDATE "Batch" SET "servedAt" = clock_timestamp() AT TIME ZONE 'UTC',
          "nextPart" = ${part ? part.index + 1 : 2_147_483_647}
        WHERE id = ${batch.id}`;
      if (part) return part;
    }
  });
}
