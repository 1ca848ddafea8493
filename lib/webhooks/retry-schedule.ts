const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between one try and the next, ms: eight tries in 31.6 hours. */
export const RETRY_PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
] as const;

/** How much longer or shorter a pause may be, so that what failed together does not come back together. */
export const JITTER = 0.1;

/**
 * When to try again after a try that failed; null: no more. `tries` counts those made, the one that failed included;
 * `chance` is from 0 up to 1.
 */
export function nextTry(tries: number, now: Date, chance: number): Date | null {
  const pause = RETRY_PAUSES[tries - 1];
  if (pause === undefined) return null;
  return new Date(now.getTime() + Math.round(pause * (1 + JITTER * (2 * chance - 1))));
}
