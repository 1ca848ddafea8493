import { Logger, type RunnerOptions } from "graphile-worker";
import { log } from "../log";

/** How long an idle worker waits before it looks again, ms. New jobs are announced; only those of later are found so. */
const LOOK_EVERY_MS = 3_000;

/**
 * Everything the queue would otherwise take from variables or files that it looks for by itself. Jobs that are under
 * way when the process stops get `gracefulShutdownAbortTimeout` before they are told.
 */
export function queueOptions(): RunnerOptions {
  return {
    schema: "graphile_worker",
    parsedCronItems: [],
    noHandleSignals: true,
    noPreparedStatements: false,
    useNodeTime: false,
    concurrency: 1,
    maxPoolSize: 2,
    pollInterval: LOOK_EVERY_MS,
    gracefulShutdownAbortTimeout: 5_000,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log().warn({}, message);
      else log().debug({}, message);
    }),
  };
}
