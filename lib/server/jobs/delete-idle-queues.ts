import { transaction } from "../db";

/**
 * Forgets queues in which nothing waits. The lock waits for whoever is adding a job: its queue must not go while the job
 * is not to be seen yet, or it would never be done. Gives how many.
 */
export async function deleteIdleQueues(): Promise<number> {
  return transaction(async (tx) => {
    // Who waits for the lock holds up everybody who adds a job; the next day is soon enough.
    await tx.$executeRaw`SET LOCAL lock_timeout = '1s'`;
    await tx.$executeRaw`LOCK TABLE graphile_worker._private_job_queues IN SHARE ROW EXCLUSIVE MODE`;
    return tx.$executeRaw`
      DELETE FROM graphile_worker._private_job_queues q
      WHERE locked_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM graphile_worker._private_jobs j WHERE j.job_queue_id = q.id)`;
  });
}
