import { db } from "@/lib/server/db";
import type { BatchProgress } from "./batch-item";

/** Rates are of so long, ms. */
const LOOKED_BACK_MS = 10_000;

/** How far a batch is, in one query; null: it is gone. Rates are of all processes together. */
export async function loadProgress(
  { id, workspaceId }: { id: string; workspaceId: string },
  now: Date,
): Promise<BatchProgress | null> {
  const since = new Date(now.getTime() - LOOKED_BACK_MS);
  const [row] = await db().$queryRaw<
    (Pick<BatchProgress, "id" | "state" | "rows" | "leftOut" | "made" | "failed" | "waitsFor"> & {
      bytes: bigint;
      startedAt: Date | null;
      recent: number;
    })[]
  >`
    SELECT id, state::text AS state, rows, "leftOut", made, failed, bytes, "waitsFor", "startedAt",
      (SELECT coalesce(sum(part.rows), 0)::int FROM "BatchPart" part
        WHERE part."batchId" = batch.id AND part."finishedAt" > ${since}) AS recent
    FROM "Batch" batch
    WHERE id = ${id} AND "workspaceId" = ${workspaceId} AND "expiresAt" > ${now}`;
  if (!row) return null;
  const { bytes, startedAt, recent, ...facts } = row;
  const seconds = Math.min(LOOKED_BACK_MS, now.getTime() - (startedAt?.getTime() ?? 0)) / 1000;
  const rate = facts.state === "running" && recent > 0 && seconds > 0 ? recent / seconds : null;
  const left = facts.rows - facts.leftOut - facts.made - facts.failed;
  return {
    ...facts,
    bytes: Number(bytes),
    rowsPerSecond: rate === null ? null : Math.round(rate * 10) / 10,
    secondsLeft: rate === null ? null : Math.ceil(left / rate),
  };
}
