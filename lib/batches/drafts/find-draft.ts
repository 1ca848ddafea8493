import type { Reach } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, db } from "@/lib/server/db";
import { BATCH_SELECT, type BatchRow, batchesWithin, batchNotFound } from "../batch-row";

/** A batch within reach, in whatever state. @throws AppError `not_found` */
export async function findBatch(scope: Reach, id: string, now: Date, tx: Database = db()): Promise<BatchRow> {
  const batch = await tx.batch.findFirst({
    where: { id, ...batchesWithin(scope, now) },
    select: BATCH_SELECT,
  });
  if (!batch) throw batchNotFound();
  return batch;
}

/** A batch that can still be changed. @throws AppError `not_found`, `conflict` when it was started */
export async function findDraft(scope: Reach, id: string, now: Date, tx: Database = db()): Promise<BatchRow> {
  const batch = await findBatch(scope, id, now, tx);
  if (batch.state !== "draft") throw startedAlready();
  return batch;
}

/**
 * A draft that nobody starts or changes before this transaction ends. @throws AppError `not_found`, `conflict`
 */
export async function lockDraft(tx: Database, scope: Reach, id: string, now: Date): Promise<BatchRow> {
  const { workspaceId } = scope;
  await tx.$queryRaw`SELECT id FROM "Batch" WHERE id = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
  return findDraft(scope, id, now, tx);
}

export function startedAlready(): AppError {
  return new AppError(
    "conflict",
    "Expected a batch that was not started yet; this one was, and its rows are as they are. Make a new batch from the list.",
  );
}
