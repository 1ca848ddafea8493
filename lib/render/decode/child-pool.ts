import { AppError } from "@/lib/errors";
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
  /** Sentence for those who are turned away. */
  whenBusy: string;
  /** Sentence for when a child cannot be started. */
  whenMissing: string;
};

export type ChildPool<Job, Outcome> = {
  /** @throws AppError `unavailable` when too many wait or the child cannot be started */
  run: (job: Job) => Promise<Outcome | Lost>;
  close: () => void;
};

/** A few killable processes for foreign bytes, behind a bounded line. */
export function createChildPool<Job extends object, Outcome>(
  options: ChildPoolOptions<Outcome>,
): ChildPool<Job, Outcome> {
  const { size, maxRss, waiting } = options;
  const idle: KillableProcess<Job, Outcome>[] = [];
  const busy = new Set<KillableProcess<Job, Outcome>>();
  const line: Array<() => void> = [];

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

  async function run(job: Job): Promise<Outcome | Lost> {
    while (busy.size >= size) {
      if (line.length >= waiting) throw new AppError("unavailable", options.whenBusy);
      await new Promise<void>((resolve) => line.push(resolve));
    }
    let taken: KillableProcess<Job, Outcome> | undefined;
    try {
      taken = take();
      return await taken.run(job);
    } catch (cause) {
      throw new AppError("unavailable", options.whenMissing, { cause });
    } finally {
      if (taken) giveBack(taken);
      // Whatever became of this one, the next has its turn.
      line.shift()?.();
    }
  }

  function close(): void {
    for (const child of [...idle, ...busy]) child.kill();
  }

  return { run, close };
}
