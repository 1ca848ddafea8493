import { AppError } from "@/lib/errors";

export type LineLimits = {
  /** How many tasks run at once. */
  atOnce: number;
  /** How many may wait; the next is turned away. */
  waiting: number;
  /** How long a task waits before it is turned away, ms. */
  patienceMs: number;
};

/** Runs tasks first come, first served. @throws AppError `unavailable` when too many wait, or for too long */
export type Line = <T>(task: () => Promise<T>) => Promise<T>;

/** A bounded line: what cannot be done soon is refused at once rather than piled up. */
export function createLine({ atOnce, waiting, patienceMs }: LineLimits): Line {
  const queue = new Set<() => void>();
  let running = 0;

  function place(): Promise<void> | undefined {
    if (running < atOnce) {
      running += 1;
      return undefined;
    }
    if (queue.size >= waiting) throw busy();
    return new Promise((admit, refuse) => {
      const enter = () => {
        clearTimeout(timer);
        admit();
      };
      const timer = setTimeout(() => {
        queue.delete(enter);
        refuse(busy());
      }, patienceMs);
      queue.add(enter);
    });
  }

  return async (task) => {
    await place();
    try {
      return await task();
    } finally {
      const [next] = queue;
      // The place passes on without becoming free in between, so nobody slips in front.
      if (next) {
        queue.delete(next);
        next();
      } else running -= 1;
    }
  };
}

function busy(): AppError {
  return new AppError(
    "unavailable",
    "Too many pictures are being made at this moment. Try again in a few seconds.",
    {
      details: { retryAfter: 5 },
    },
  );
}
