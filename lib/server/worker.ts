import { queueIdleMailings } from "@/lib/batches/mailing/run/queue-idle-mailings";
import { fillEmptyPlaces } from "@/lib/batches/run/batch-places";
import { isDatabaseAway } from "./database-away";
import { closeDb } from "./db";
import { backgroundDone } from "./in-background";
import { WORKER_LANES } from "./jobs/job-lanes";
import { startJobs } from "./jobs/start-jobs";
import { log } from "./log";

/** How often work is looked for that nobody is going to do, ms. */
const LOOK_EVERY_MS = 30_000;

/**
 * The program that makes batches, beside a server or on a machine of its own; names of lanes may follow. Ended at any
 * moment, it loses nothing: others, or the next one, begin anew what was under way. SIGTERM, SIGINT, and losing the process
 * that started it, all stop it.
 */
async function work(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !WORKER_LANES.some((lane) => lane.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no lane “${unknown}”. There are: ${WORKER_LANES.map(({ name }) => name).join(", ")}.`,
    );
  }
  const jobs = startJobs(WORKER_LANES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    clearInterval(timer);
    await jobs.stop();
    await backgroundDone();
    await closeDb();
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop());
  if (process.connected) process.on("disconnect", () => void stop());
  process.on("unhandledRejection", (error) => log().error({ err: error }, "a promise failed unheard"));
  const timer = setInterval(() => void fill(), LOOK_EVERY_MS);
  await fill();
  if (process.send) process.send({ ready: true });
  else log().info({}, "making batches");
}

async function fill(): Promise<void> {
  try {
    const filled = await fillEmptyPlaces();
    if (filled > 0) log().warn({ workspaces: filled }, "batches that nobody made go on");
    const queued = await queueIdleMailings();
    if (queued > 0) log().warn({ mailings: queued }, "mailings that nobody sent go on");
  } catch (error) {
    if (isDatabaseAway(error)) log().warn({}, "the database did not answer: batches wait for it");
    else log().error({ err: error }, "batches that nobody makes could not be looked for");
  }
}

work().catch((error: Error) => {
  log().fatal({ err: error }, `Batches are not made: ${error.message}`);
  process.exit(1);
});
