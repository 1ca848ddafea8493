/** Runs a task when fewer than the limit are running; the others wait their turn, first come first served. */
export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

export function createGate(limit: number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
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
