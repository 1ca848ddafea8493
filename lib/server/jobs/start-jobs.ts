import { EventEmitter } from "node:events";
import { type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { Pool } from "pg";
import { env } from "../env";
import { log } from "../log";
import { freeJobsOfTheDead, type JobFreer } from "./free-jobs";
import { JOB_LANES, type JobLane } from "./job-lanes";
import { queueOptions } from "./queue-options";

/** A queue that cannot work, such as while the database is away, is begun again after so long, ms. */
const AGAIN_MS = 5_000;

/** A stop waits no longer for what is under way, ms; others are given it once the process is gone. */
const LATEST_STOP_MS = 15_000;

/** What the queue itself asks takes a connection for a moment; two listen all the time. */
const SPARE_CONNECTIONS = 4;

/** Does jobs until it is stopped; what is under way then is finished, or handed back for others to begin anew. */
export function startJobs(lanes: readonly JobLane[] = JOB_LANES): { stop: () => Promise<void> } {
  const connectionString = env().DATABASE_URL;
  const pool = new Pool({
    connectionString,
    max: Math.max(...lanes.map(({ concurrency }) => concurrency)) + SPARE_CONNECTIONS,
    application_name: "nameplate jobs",
    // A process that has just started is busy, and nobody waits for this.
    connectionTimeoutMillis: 20_000,
  });
  pool.on("error", ({ message }) => log().warn({ message }, "a connection of the job queue was lost"));
  const freer = freeJobsOfTheDead(connectionString);
  const stopping = new AbortController();
  const running = lanes.map((lane) => keepRunning(lane, pool, freer, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      const stopped = Promise.all(running)
        .then(() => freer.stop())
        .then(() => pool.end());
      const late = new Promise<void>((done) => setTimeout(done, LATEST_STOP_MS).unref());
      await Promise.race([stopped, late]);
    },
  };
}

/** Begins a lane again whenever it ends by itself. */
async function keepRunning(lane: JobLane, pool: Pool, freer: JobFreer, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await runUntilItEnds(lane, pool, freer, stopping);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log().warn({ lane: lane.name, message }, "the job queue cannot work at the moment");
    }
    await pause(AGAIN_MS, stopping);
  }
}

async function runUntilItEnds(lane: JobLane, pool: Pool, freer: JobFreer, stopping: AbortSignal) {
  const events: WorkerEvents = new EventEmitter();
  let runner: Runner | null = null;
  const stop = () => {
    // Stopping what has stopped is refused, and no matter.
    runner?.stop().catch(() => undefined);
  };
  events.on("worker:create", ({ worker }) => freer.know(worker.workerId));
  events.on("worker:stop", ({ worker }) => freer.forget(worker.workerId));
  // A worker that could not say how its job ended is gone: the rest of the lane goes with it, and begins anew.
  events.on("worker:fatalError", stop);
  runner = await run({
    ...queueOptions(),
    pgPool: pool,
    events,
    concurrency: lane.concurrency,
    taskList: quiet(lane.tasks, stopping),
  });
  stopping.addEventListener("abort", stop, { once: true });
  if (stopping.aborted) stop();
  try {
    await runner.promise;
  } finally {
    stopping.removeEventListener("abort", stop);
  }
}

/** The queue writes down what a job throws: the log is the place for that, and the queue gets a sentence without facts. */
function quiet(tasks: JobLane["tasks"], stopping: AbortSignal): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) => {
        try {
          await task(payload, { isLast: job.attempts >= job.max_attempts, stopping });
        } catch (error) {
          log().error({ err: error, job: name }, "a job failed");
          throw new Error("It failed; the log says why.");
        }
      },
    ]),
  );
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (stopping.aborted) return done();
    const end = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, ms);
    stopping.addEventListener("abort", end);
  });
}
