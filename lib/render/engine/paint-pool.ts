import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import { storageFolder } from "@/lib/server/storage";
import { childEntry } from "../decode/child-entry";
import { within } from "../within";
import { createLine, type Hold, type LineLimits } from "./line";
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

/** What a thread is given: a task, and where it notes when it began with it, ms since 1970. In shared memory. */
export type ThreadTask<Task> = { task: Task; begun: Float64Array };

export type PaintPool = { run: RunTask; close: () => Promise<void> };

/** How many pictures may wait for each thread: about as many as an ordinary one paints while they have patience. */
const WAITING_A_THREAD = 350;
const PATIENCE_MS = 8_000;
const TASK_MS = 10_000;

/** How long a thread may take to get ready for its first task, ms. It costs a second of a core. */
const READY_MS = 60_000;

/** How long an ended thread is waited for at most, ms; one whose native work never ends must not cost a place for good. */
const HOLD_MS = 60_000;

/**
 * Painting threads behind a bounded line, one task a thread. Threads that hang or die are replaced. Ending a thread
 * does not end what sharp does for it, but it exits only after that (measured): until then its place in the line
 * stays taken, so that no more native work runs at once than there are threads.
 */
export function createPaintPool(options: PaintPoolOptions): PaintPool {
  const { entry, storage, threads, taskMs = TASK_MS } = options;
  const { waiting = threads * WAITING_A_THREAD, patienceMs = PATIENCE_MS } = options;
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
  pool.on("error", (error) => log().warn({ err: error }, "a painting thread failed"));

  function paint(task: unknown, hold: Hold) {
    const begun = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
    const ending = new AbortController();
    const sentAt = Date.now();
    let timer = setTimeout(look, taskMs);

    /** Ends a thread that has had its time; that it was not ready is no fault of the task. */
    function look(): void {
      const [begunAt = 0] = begun;
      const end = begunAt === 0 ? sentAt + READY_MS : begunAt + taskMs;
      const left = end - Date.now();
      if (left > 0) timer = setTimeout(look, Math.min(left, taskMs));
      else endThread();
    }

    function endThread(): void {
      const threads = pool.threads;
      ending.abort(new Error(`a picture was not painted within ${taskMs} ms`));
      const ended = threads.filter((thread) => !pool.threads.includes(thread));
      for (const thread of ended) hold(within(once(thread, "exit"), HOLD_MS));
    }

    const given: ThreadTask<unknown> = { task, begun };
    return pool.run(given, { signal: ending.signal }).finally(() => clearTimeout(timer));
  }

  const run: RunTask = (task, urgency, owner) => line((hold) => paint(task, hold), urgency, owner);
  return { run, close: () => pool.destroy() };
}

/** Threads for each core: one waits a third of its time for the rasteriser and deflate, which work outside of it. */
const THREADS_A_CORE = 1.5;

/** How many threads of a process paint. */
export function paintThreads(): number {
  return env().PAINT_THREADS ?? Math.ceil(availableParallelism() * THREADS_A_CORE);
}

/** The pool of this process. */
export function paintPool(): PaintPool {
  return processWide("paint-pool", () =>
    createPaintPool({ entry: childEntry("paint-worker"), storage: storageFolder(), threads: paintThreads() }),
  );
}
