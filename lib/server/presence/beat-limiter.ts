import { LRUCache } from "lru-cache";
import { processWide } from "../process-registry";

/** Beats of one person in a minute: a dozen tabs at their usual pace, and some more for coming and going. */
const MOST = 120;
const MINUTE_MS = 60_000;

export type BeatLimiter = {
  /** Counts one more. Gives 0 when it may go on, else how long to wait, ms; what has to wait is not counted. */
  attempt: (userId: string) => number;
};

/** Held in memory; each process counts for itself. `now` is the clock, ms. */
export function createBeatLimiter(now: () => number = Date.now): BeatLimiter {
  const windows = new LRUCache<string, { since: number; count: number }>({ max: 10_000 });
  return {
    attempt(userId) {
      const known = windows.get(userId);
      const window = known && now() - known.since < MINUTE_MS ? known : { since: now(), count: 0 };
      if (window.count >= MOST) return window.since + MINUTE_MS - now();
      windows.set(userId, { ...window, count: window.count + 1 });
      return 0;
    },
  };
}

/** The limiter of this process. */
export function beatLimiter(): BeatLimiter {
  return processWide("beat-limiter", () => createBeatLimiter());
}
