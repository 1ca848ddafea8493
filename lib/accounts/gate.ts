import { AppError } from "@/lib/errors";

/**
 * Runs a task when fewer than the limit are running; the others wait their turn, first come first served. When too
 * many wait already, `unavailable` at once.
 */
export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

export function createGate(limit: number, mostWaiting: number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= limit && waiting.length >= mostWaiting) {
      throw new AppError(
        "unavailable",
        "Too many people are signing in or up at this moment. Try again in a few seconds.",
        {
          details: { retryAfter: 5 },
        },
      );
    }
    if (running < limit) running += 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place passes on without becoming free in between, so nobody slips in front.
      if (next) next();
      else running -= 1;
    }
  };
}
