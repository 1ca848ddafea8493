import { LRUCache } from "lru-cache";

export type BreakerLimits = {
  /** So many failures without a success between them... */
  failures: number;
  /** ...within so long, ms, open it... */
  withinMs: number;
  /** ...for so long after the last of them, ms. */
  restMs: number;
};

export type Breaker = {
  /** Whether what is behind this key is to be left alone for the moment. */
  isOpen: (key: string) => boolean;
  failed: (key: string) => void;
  succeeded: (key: string) => void;
};

/** Keys whose failures are remembered; of more, those that failed longest ago are forgotten. */
const KEYS = 1_000;

/** Counts failures by key, so that what is dead is not waited for by one after another. */
export function createBreaker({ failures, withinMs, restMs }: BreakerLimits, now: () => number): Breaker {
  /** Times of the last failures, none of them before a success. */
  const failedAt = new LRUCache<string, readonly number[]>({ max: KEYS });
  return {
    isOpen(key) {
      const times = failedAt.get(key) ?? [];
      return times.length >= failures && now() - (times.at(-1) ?? 0) < restMs;
    },
    failed(key) {
      const recent = (failedAt.get(key) ?? []).filter((time) => now() - time < withinMs);
      failedAt.set(key, [...recent, now()].slice(-failures));
    },
    succeeded: (key) => void failedAt.delete(key),
  };
}
