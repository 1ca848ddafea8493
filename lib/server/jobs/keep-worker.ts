import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { env } from "../env";
import { log } from "../log";

/** One that keeps falling over is started again after a pause that doubles, from the first to the longest, ms. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** One that ran for so long has recovered, ms. */
const RECOVERED_MS = 60_000;

/** It gets this long to end what is under way at a stop, ms; what it does not end others begin anew. */
const STOP_MS = 15_000;

export type Worker = { stop: () => Promise<void>; pid: () => number | undefined };

/**
 * Runs the program that makes batches beside this process, for as long as this one lives, and starts it again whenever it
 * dies. It takes the processor only where nobody else wants it, so that links are as quick as without it.
 */
export function keepWorker(program = join(env().BUILD_DIR, "worker.mjs")): Worker {
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let stopping = false;
  let pauseMs = FIRST_PAUSE_MS;

  function start(): void {
    const startedAt = performance.now();
    const fresh = fork(program, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child = fresh;
    yieldTo(fresh.pid);
    fresh.once("error", (error) => {
      log().error({ err: error }, "the program that makes batches did not start");
      // What never ran does not end either.
      if (fresh.pid === undefined) ended();
    });
    fresh.once("exit", (code, signal) => {
      if (!stopping)
        log().error({ code, signal }, "the program that makes batches ended; it is started again");
      ended();
    });

    function ended(): void {
      child = undefined;
      if (stopping) return;
      if (performance.now() - startedAt >= RECOVERED_MS) pauseMs = FIRST_PAUSE_MS;
      again = setTimeout(start, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }

  start();
  return {
    pid: () => child?.pid,
    async stop() {
      stopping = true;
      clearTimeout(again);
      const running = child;
      if (running?.pid === undefined) return;
      const ended = new Promise<void>((done) => running.once("exit", () => done()));
      running.kill("SIGTERM");
      const late = setTimeout(() => running.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Before the process has begun any thread: those take over what it has. */
function yieldTo(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Where that is not allowed, it takes its share.
  }
}
