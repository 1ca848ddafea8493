import { db } from "../db";

const DAY_MS = 24 * 60 * 60_000;

/** How long a job that failed for good is kept, for whoever looks into it. */
const FAILED_KEPT_MS = 30 * DAY_MS;

/** Forgets jobs that failed for good long ago. Gives how many. */
export async function deleteOldJobs(now: Date): Promise<number> {
  const before = new Date(now.getTime() - FAILED_KEPT_MS);
  return db().$executeRaw`
    DELETE FROM graphile_worker._private_jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < ${before}`;
}
