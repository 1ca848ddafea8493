import { AppError } from "@/lib/errors";
import { createLine } from "../engine/line";
import {
  type KillableProcess,
  type Lost,
  type ProcessOptions,
  startKillableProcess,
} from "./killable-process";

export type ChildPoolOptions<Outcome> = ProcessOptions<Outcome> & {
  /** How many children at most; each starts when first needed. */
  size: number;
  /** A child that has grown past this is replaced after its job, bytes; 0 gives every job a child of its own. */
  maxRss: number;
  /** How many jobs may wait; the next one is turned away. */
  waiting: number;
  /** How long a job waits before it is turned away, ms. */
  patienceMs: number;
  /** Sentence for those who are turned away. */
  whenBusy: string;
  /** Sentence for when a child cannot be started. */
  whenMissing: string;
};

export type ChildPool<Job, Outcome> = {
  /** @throws AppError `unavailable` when too many wait, or for too long, or the child cannot be started */
  run: (job: Job) => Promise<Outcome | Lost>;
  close: () => void;
};

/** When who was turned away may come again, seconds. */
const RETRY_AFTER = 5;

/** A few killable processes for foreign bytes, behind a bounded line. */
export function createChildPool<Job extends object, Outcome>(
  options: ChildPoolOptions<Outcome>,
): ChildPool<Job, Outcome> {
  const { size, maxRss, waiting, patienceMs } = options;
  const idle: KillableProcess<Job, Outcome>[] = [];
  const busy = new Set<KillableProcess<Job, Outcome>>();
  const line = createLine({ atOnce: size, waiting, patienceMs });

  function take(): KillableProcess<Job, Outcome> {
    let free = idle.pop();
    while (free && !free.isAlive()) free = idle.pop();
    const taken = free ?? startKillableProcess<Job, Outcome>(options);
    busy.add(taken);
    return taken;
  }

  function giveBack(used: KillableProcess<Job, Outcome>): void {
    busy.delete(used);
    if (used.rss() > maxRss) used.kill();
    if (used.isAlive()) idle.push(used);
  }

  async function work(job: Job): Promise<Outcome | Lost> {
    const taken = take();
    try {
      return await taken.run(job);
    } finally {
      giveBack(taken);
    }
  }

  async function run(job: Job): Promise<Outcome | Lost> {
    let begun = false;
    try {
      return await line(() => {
        begun = true;
        return work(job);
      });
    } catch (cause) {
      if (begun) throw new AppError("unavailable", options.whenMissing, { cause });
      throw new AppError("unavailable", options.whenBusy, { details: { retryAfter: RETRY_AFTER } });
    }
  }

  function close(): void {
    for (const child of [...idle, ...busy]) child.kill();
  }

  return { run, close };
}
