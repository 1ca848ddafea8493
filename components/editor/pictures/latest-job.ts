/**
 * Runs one job at a time and, when it ends, only the newest of those asked for meanwhile: a picture that is
 * being resized is painted as often as it can be, never more.
 */
export function createLatestJob(): { run: (job: () => Promise<void>) => void; stop: () => void } {
  let busy = false;
  let next: (() => Promise<void>) | null = null;
  let stopped = false;

  async function work(job: () => Promise<void>): Promise<void> {
    busy = true;
    for (let current: (() => Promise<void>) | null = job; current && !stopped; ) {
      next = null;
      await current();
      current = next;
    }
    busy = false;
  }

  return {
    run: (job) => {
      if (busy) next = job;
      else void work(job);
    },
    stop: () => {
      stopped = true;
      next = null;
    },
  };
}
