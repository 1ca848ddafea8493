import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { BATCH_WAITS, type BatchWait } from "../batch-item";
import { takePlace } from "./batch-places";
import type { ClaimedPart } from "./claim-part";

/** How soon a place tries again what it could not do, ms: whoever makes room sees the batch go on within a minute. */
export const AGAIN_MS = 30_000;

/** What holds up a part, and whether a row of it may be to blame: then its tries are counted, and end. */
export type HeldUp = { wait: BatchWait; counts: boolean };

/** Storage takes nothing at the moment, whichever row it is of. */
export class StorageAway extends Error {
  override readonly name = "StorageAway";
  constructor(
    readonly wait: BatchWait,
    cause: unknown,
  ) {
    super("Storage takes no pictures at the moment.", { cause });
  }
}

/** Whether a fault may pass by itself, or by somebody who makes room; null: it is another one. */
export function heldUpBy(error: unknown): HeldUp | null {
  if (error instanceof StorageAway) return { wait: error.wait, counts: false };
  if (!(error instanceof AppError)) return null;
  const wait = BATCH_WAITS.find((code) => code === error.code);
  return wait ? { wait, counts: true } : null;
}

/** Writes down why a batch waits, and sends the place that has the part to the line for a little later. */
export async function waitInPlace(
  { workspaceId, place }: { workspaceId: string; place: number },
  { batchId, index }: Pick<ClaimedPart, "batchId" | "index">,
  { wait, counts }: HeldUp,
  now: Date,
): Promise<void> {
  log().warn({ batch: batchId, wait }, "a batch waits: its pictures cannot be made at the moment");
  await transaction(async (tx) => {
    await tx.batch.updateMany({ where: { id: batchId, state: "running" }, data: { waitsFor: wait } });
    // A part that waits for storage was not given a try.
    if (!counts) {
      const where = { batchId, index, claim: place, finishedAt: null, tries: { gt: 0 } };
      await tx.batchPart.updateMany({ where, data: { tries: { decrement: 1 } } });
    }
    await takePlace(tx, workspaceId, place, new Date(now.getTime() + AGAIN_MS));
  });
}
