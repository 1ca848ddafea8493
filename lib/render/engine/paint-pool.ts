import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-registry";
import { storageFolder } from "@/lib/server/storage";
import { childEntry } from "../decode/child-entry";
import { createLine, type LineLimits } from "./line";
import type { RunTask } from "./render-engine";

export type PaintPoolOptions = Partial<Pick<LineLimits, "waiting" | "patienceMs">> & {
  /** Path of the compiled thread. */
  entry: string;
  /** Folder where uploaded fonts lie. */
  storage: string;
  threads: number;
  /** How long a task may run before its thread is taken for hung and ended, ms. */
  taskMs?: number;
};

export type PaintPool = { run: RunTask; close: () => Promise<void> };

/** How many pictures may wait: a few seconds of work for two cores. */
const WAITING = 400;
const PATIENCE_MS = 8_000;
const TASK_MS = 10_000;

/** Painting threads behind a bounded line, one task a thread. Threads that hang or die are replaced. */
export function createPaintPool(options: PaintPoolOptions): PaintPool {
  const { entry, storage, threads, taskMs = TASK_MS } = options;
  const { waiting = WAITING, patienceMs = PATIENCE_MS } = options;
  // As many places as threads: a task never waits behind another with its clock running.
  const line = createLine({ atOnce: threads, waiting, patienceMs });
  const pool = new Piscina({
    filename: entry,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    // Only a thread that works for nobody else is ended when a task takes too long.
    concurrentTasksPerWorker: 1,
    env: {},
    workerData: { storage },
  });
  pool.on("error", () => {});

  const run: RunTask = (task, urgency) =>
    line(() => pool.run(task, { signal: AbortSignal.timeout(taskMs) }), urgency);
  return { run, close: () => pool.destroy() };
}

/** Threads for each core: one waits a third of its time for the rasteriser and deflate, which work outside of it. */
const THREADS_A_CORE = 1.5;

/** The pool of this process. */
export function paintPool(): PaintPool {
  return processWide("paint-pool", () => {
    const threads = env().PAINT_THREADS ?? Math.ceil(availableParallelism() * THREADS_A_CORE);
    return createPaintPool({ entry: childEntry("paint-worker"), storage: storageFolder(), threads });
  });
}
