import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { processWide } from "@/lib/server/process-registry";
import { storageFolder } from "@/lib/server/storage";
import { childEntry } from "../decode/child-entry";
import { createLine, type LineLimits } from "./line";
import type { RunTask } from "./render-engine";

export type PaintPoolOptions = Partial<LineLimits> & {
  /** Path of the compiled thread. */
  entry: string;
  /** Folder where uploaded fonts lie. */
  storage: string;
  threads?: number;
  /** How long a task may run before its thread is taken for hung and ended, ms. */
  taskMs?: number;
};

export type PaintPool = { run: RunTask; close: () => Promise<void> };

/** A thread waits for the rasteriser half of the time, which works outside of it. */
const TASKS_A_THREAD = 2;

/** How many seconds of work may wait, at about a hundred pictures a second and thread. */
const WAITING = 400;
const PATIENCE_MS = 8_000;
const TASK_MS = 10_000;
/** A thread that dies of its task may take an innocent neighbour along, which gets another try. */
const TRIES = 2;

/** Painting threads behind a bounded line. Threads that hang or die are replaced. */
export function createPaintPool(options: PaintPoolOptions): PaintPool {
  const { entry, storage, threads = availableParallelism(), taskMs = TASK_MS } = options;
  const { atOnce = threads * TASKS_A_THREAD, waiting = WAITING, patienceMs = PATIENCE_MS } = options;
  const usual = createLine({ atOnce, waiting, patienceMs });
  const urgent = createLine({ atOnce: threads, waiting, patienceMs });
  const pool = new Piscina({
    filename: entry,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    concurrentTasksPerWorker: TASKS_A_THREAD,
    // Asynchronous work goes on in a thread between tasks; waiting by atomics would stop it.
    atomics: "disabled",
    env: {},
    workerData: { storage },
  });
  pool.on("error", () => {});

  const run: RunTask = (task, urgency = "usual") =>
    (urgency === "urgent" ? urgent : usual)(async () => {
      for (let left = TRIES; ; left -= 1) {
        try {
          return await pool.run(task, { signal: AbortSignal.timeout(taskMs) });
        } catch (error) {
          if (left <= 1 || !isLostThread(error)) throw error;
        }
      }
    });
  return { run, close: () => pool.destroy() };
}

/** Whether the thread was lost while it worked for several: whoever hung it ran into its own time limit. */
function isLostThread(error: unknown): boolean {
  return error instanceof Error && /terminat|exit/i.test(error.message) && error.name !== "AbortError";
}

/** The pool of this process. */
export function paintPool(): PaintPool {
  return processWide("paint-pool", () =>
    createPaintPool({ entry: childEntry("paint-worker"), storage: storageFolder() }),
  );
}
