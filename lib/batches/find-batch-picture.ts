import { LRUCache } from "lru-cache";
import type { ImageFormat } from "@/lib/link/address";
import { db } from "@/lib/server/db";
import { processWide } from "@/lib/server/process-registry";
import { parseBatchPath } from "./batch-address";
import { batchFile } from "./batch-file";

/** A picture of a batch, by the path of its address. It may not be made yet. */
export type BatchPicture = {
  /** Names it for ever: made twice, it is the same. */
  id: string;
  format: ImageFormat;
  storageKey: string;
  expiresAt: Date;
};

type Found = { id: string; workspaceId: string; expiresAt: Date };

/**
 * The picture that an address of a batch leads to; null where it leads nowhere. A batch is asked for once, and its pictures
 * are shown also while the database is away; deleted ones have no file.
 */
export async function findBatchPicture(target: string): Promise<BatchPicture | null> {
  const address = parseBatchPath(target);
  if (address === null) return null;
  const { key, row, format } = address;
  const known = processWide(
    "batches-by-key",
    () => new LRUCache<string, Found>({ max: 5_000, ttl: 60 * 60_000 }),
  );
  const batch =
    known.get(key) ??
    (await db().batch.findUnique({
      where: { key },
      select: { id: true, workspaceId: true, expiresAt: true, state: true },
    }));
  if (!batch || ("state" in batch && batch.state === "draft")) return null;
  const { id, workspaceId, expiresAt } = batch;
  known.set(key, { id, workspaceId, expiresAt });
  return { id: `${id}-${row}`, format, storageKey: batchFile({ id, workspaceId }, row, format), expiresAt };
}
