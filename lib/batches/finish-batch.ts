import type { Database } from "@/lib/server/db";
import { emitWebhookEvent } from "@/lib/webhooks/emit-webhook-event";

/** Ends a batch and tells of it, in the transaction that holds its row. */
export async function finishBatch(
  tx: Database,
  id: string,
  state: "done" | "cancelled",
  now: Date,
): Promise<void> {
  const batch = await tx.batch.update({
    where: { id },
    data: { state, finishedAt: now, waitsFor: null },
    select: {
      workspaceId: true,
      templateId: true,
      projectId: true,
      versionId: true,
      rows: true,
      made: true,
      failed: true,
      leftOut: true,
      expiresAt: true,
    },
  });
  const { workspaceId, expiresAt, ...facts } = batch;
  const data = { id, ...facts, expiresAt: expiresAt.toISOString() };
  const type = state === "done" ? "batch.finished" : "batch.cancelled";
  await emitWebhookEvent(tx, workspaceId, { type, data }, now);
}
