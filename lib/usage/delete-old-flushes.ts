import { db } from "@/lib/server/db";

const DAY_MS = 24 * 60 * 60_000;

/** Counts that a process left behind are added within this time, or may be added twice. */
const FLUSHES_KEPT_MS = 90 * DAY_MS;
const STEP = 5_000;

/** Forgets which batches of counts were added long ago. Gives how many. */
export async function deleteOldFlushes(now: Date, step = STEP): Promise<number> {
  const oldest = new Date(now.getTime() - FLUSHES_KEPT_MS);
  for (let deleted = 0; ; ) {
    const count = await db().$executeRaw`
      DELETE FROM "UsageFlush" WHERE id IN (
        SELECT id FROM "UsageFlush" WHERE at < ${oldest} ORDER BY at LIMIT ${step})`;
    deleted += count;
    if (count < step) return deleted;
  }
}
