import type { Database } from "../db";
import type { JobPayloads, JobTask } from "./job-tasks";

export type JobOptions = {
  /** Jobs of one queue are done one after the other. */
  queue?: string;
  /** Not before then; left out: at once. */
  runAt?: Date;
  /** How often it is begun at most when it fails. */
  mostTries?: number;
  /** Of jobs with the same name that wait, the newer takes the older's place. */
  name?: string;
};

/** A job that fails is tried again for about three days, after pauses that grow. */
const MOST_TRIES = 20;

/**
 * Puts a job into the queue, in the transaction that causes it: what is rolled back causes nothing, and what is kept is
 * never forgotten.
 */
export async function addJob<Task extends JobTask>(
  tx: Database,
  task: Task,
  payload: JobPayloads[Task],
  { queue, runAt, mostTries = MOST_TRIES, name }: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      identifier => ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null}::text,
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${mostTries}::int,
      job_key => ${name ?? null}::text)`;
}
