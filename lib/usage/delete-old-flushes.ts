import { db } from "@/lib/server/db";
import { DELETE_STEP, deleteInSteps } from "@/lib/server/delete-in-steps";

const DAY_MS = 24 * 60 * 60_000;

/** Counts that a process left behind are added within this time, or may be added twice. */
const FLUSHES_KEPT_MS = 90 * DAY_MS;

/** Forgets which batches of counts were added long ago. Gives how many. */
export async function deleteOldFlushes(now: Date, step = DELETE_STEP): Promise<number> {
  const oldest = new Date(now.getTime() - FLUSHES_KEPT_MS);
  return deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "UsageFlush" WHERE id IN (
        SELECT id FROM "UsageFlush" WHERE at < ${oldest} ORDER BY at LIMIT ${step})`,
  );
}
