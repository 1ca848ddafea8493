import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { db, transaction } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import { batchFolder } from "./batch-file";
import { batchesWithin, batchNotFound, batchObject } from "./batch-row";

const STEP = 100;

/**
 * Deletes a batch with its rows and pictures, whatever it is doing. It is gone for everybody at once; should this stop
 * half-way, the daily work finds what is left.
 */
export async function deleteBatch(scope: Scope, id: string, now = new Date()): Promise<void> {
  const { workspaceId } = scope;
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Batch" WHERE id = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
    const batch = await tx.batch.findFirst({
      where: { AND: [batchesWithin(scope, now), { id }] },
      select: { id: true, name: true, projectId: true, state: true },
    });
    if (!batch) throw batchNotFound();
    const isUnderWay = batch.state === "running" || batch.state === "paused";
    await tx.batch.updateMany({
      where: { id, workspaceId },
      data: { expiresAt: now, ...(isUnderWay ? { state: "cancelled" } : {}) },
    });
    await recordEvent(tx, scope, "batch.delete", batchObject(batch));
  });
  await remove({ id, workspaceId });
}

/** Deletes batches whose time is over. Gives how many. */
export async function deleteOldBatches(now: Date, step = STEP): Promise<number> {
  for (let deleted = 0; ; ) {
    const rows = await db().batch.findMany({
      where: { expiresAt: { lte: now } },
      orderBy: { expiresAt: "asc" },
      take: step,
      select: { id: true, workspaceId: true },
    });
    for (const row of rows) await remove(row);
    deleted += rows.length;
    if (rows.length < step) return deleted;
  }
}

/** The files first: what is left when it stops half-way is a row that the next run finds. */
async function remove({ id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
  await storage().removeFolder(batchFolder({ id, workspaceId }));
  await db().batch.deleteMany({ where: { id, workspaceId } });
}
