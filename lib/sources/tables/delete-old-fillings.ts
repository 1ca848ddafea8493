import { db } from "@/lib/server/db";
import { DELETE_STEP } from "@/lib/server/delete-in-steps";
import { deleteFilling } from "./delete-filling";

const HOUR_MS = 60 * 60_000;

/** How long a list that was uploaded waits to be shown. */
export const WAITS_MS = 24 * HOUR_MS;

/** How long a deleted table can be brought back. */
export const DELETED_KEPT_MS = 30 * 24 * HOUR_MS;

/** How long other processes may still ask an old list after another took its place. */
export const GRACE_MS = 60_000;

const AT_ONCE = 100;

/**
 * Deletes rows that nobody wants any more: of lists that others took the place of, of lists that were never shown, and of
 * data that was deleted, with that. Gives how many rows.
 */
export async function deleteOldFillings(now: Date, step = DELETE_STEP): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  let deleted = 0;
  for (;;) {
    const fillings = await db().$queryRaw<{ workspaceId: string; sourceId: string; filling: number }[]>`
      SELECT f."workspaceId", f."sourceId", f.filling FROM "DataFilling" f
      JOIN "DataSource" s ON s.id = f."sourceId"
      WHERE f."endedAt" < ${before(GRACE_MS)}
        OR f.filling <> s.filling AND f."createdAt" < ${before(WAITS_MS)}
        OR s."deletedAt" < ${before(DELETED_KEPT_MS)}
      LIMIT ${AT_ONCE}`;
    for (const place of fillings) deleted += await deleteFilling(place, step);
    if (fillings.length < AT_ONCE) break;
  }
  await db().dataSource.deleteMany({
    where: { deletedAt: { lt: before(DELETED_KEPT_MS) }, fillings: { none: {} } },
  });
  return deleted;
}
