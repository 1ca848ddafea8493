import { LRUCache } from "lru-cache";

export type PersonLimiter = {
  /** Counts one more. Gives 0 when it may go on, else how long to wait, ms; what has to wait is not counted. */
  attempt: (userId: string) => number;
};

export type PersonLimit = {
  /** How often one person may do it in a window. */
  most: number;
  windowMs: number;
};

/** Held in memory; each process counts for itself. `now` is the clock, ms. */
export function createPersonLimiter(
  { most, windowMs }: PersonLimit,
  now: () => number = Date.now,
): PersonLimiter {
  const windows = new LRUCache<string, { since: number; count: number }>({ max: 10_000 });
  return {
    attempt(userId) {
      const known = windows.get(userId);
      const window = known && now() - known.since < windowMs ? known : { since: now(), count: 0 };
      if (window.count >= most) return window.since + windowMs - now();
      windows.set(userId, { ...window, count: window.count + 1 });
      return 0;
    },
  };
}
