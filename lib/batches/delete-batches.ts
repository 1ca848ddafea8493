import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { db, transaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { storage } from "@/lib/server/storage";
import { batchFolder } from "./batch-file";
import { batchesWithin, batchNotFound, batchObject } from "./batch-row";
import { finishBatch } from "./finish-batch";

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
    // Who waits for it to end is told that it did.
    if (batch.state === "running" || batch.state === "paused") await finishBatch(tx, id, "cancelled", now);
    await tx.batch.updateMany({ where: { id, workspaceId }, data: { expiresAt: now } });
    await recordEvent(tx, scope, "batch.delete", batchObject(batch));
  });
  await remove({ id, workspaceId });
}

/** A list that was being read for so long is not being read any more, ms. */
const HALF_READ_MS = 24 * 60 * 60_000;

/** Deletes batches whose time is over, and lists that were read half. Gives how many. */
export async function deleteOldBatches(now: Date, step = STEP): Promise<number> {
  for (let deleted = 0; ; ) {
    const rows = await db().batch.findMany({
      where: {
        OR: [
          { expiresAt: { lte: now } },
          { state: "draft", parts: 0, createdAt: { lt: new Date(now.getTime() - HALF_READ_MS) } },
        ],
      },
      orderBy: { expiresAt: "asc" },
      take: step,
      select: { id: true, workspaceId: true },
    });
    let stuck = 0;
    for (const row of rows) {
      try {
        await remove(row);
      } catch (error) {
        // One that cannot be removed must not keep the others.
        stuck += 1;
        log().error({ err: error, batch: row.id }, "a batch could not be deleted");
      }
    }
    deleted += rows.length - stuck;
    if (stuck > 0) return deleted;
    if (rows.length < step) return deleted;
  }
}

/** The files first: what is left when it stops half-way is a row that the next run finds. */
async function remove({ id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
  await storage().removeFolder(batchFolder({ id, workspaceId }));
  // Those that were issued outlive it; what was reserved for rows without a picture names people for nothing.
  await db().certificate.deleteMany({ where: { workspaceId, batchId: id, issuedAt: null } });
  await db().batch.deleteMany({ where: { id, workspaceId } });
}
