import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { BATCH_WAITS, type BatchWait } from "../batch-item";
import { takePlace } from "./batch-places";
import type { ClaimedPart } from "./claim-part";

/** How soon a place tries again what it could not do, ms: whoever makes room sees the batch go on within a minute. */
export const AGAIN_MS = 30_000;

/** Whether a fault may pass by itself, or by somebody who makes room, and no row is to blame; null: it is another one. */
export function waitOf(error: unknown): BatchWait | null {
  if (!(error instanceof AppError)) return null;
  return BATCH_WAITS.find((code) => code === error.code) ?? null;
}

/** Writes down why a batch waits, and sends the place that has the part to the line for a little later. */
export async function waitInPlace(
  { workspaceId, place }: { workspaceId: string; place: number },
  { batchId, index }: Pick<ClaimedPart, "batchId" | "index">,
  wait: BatchWait,
  now: Date,
): Promise<void> {
  log().warn({ batch: batchId, wait }, "a batch waits: its pictures cannot be made at the moment");
  await transaction(async (tx) => {
    await tx.batch.updateMany({ where: { id: batchId, state: "running" }, data: { waitsFor: wait } });
    // A part that waits for room was not given a try.
    if (wait === "storage_full") {
      const where = { batchId, index, claim: place, finishedAt: null, tries: { gt: 0 } };
      await tx.batchPart.updateMany({ where, data: { tries: { decrement: 1 } } });
    }
    await takePlace(tx, workspaceId, place, new Date(now.getTime() + AGAIN_MS));
  });
}
