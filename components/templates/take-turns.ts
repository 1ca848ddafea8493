/** Ends a turn, or gives up waiting for one; a second call does nothing. */
export type EndTurn = () => void;
export type Turns = (start: () => void) => EndTurn;

/** At most `atOnce` turns at a time, first come, first served. A turn lasts until it is ended. */
export function createTurns(atOnce: number): Turns {
  const waiting = new Set<() => void>();
  let running = 0;

  return (start) => {
    let state: "waiting" | "running" | "over" = "waiting";
    const enter = () => {
      state = "running";
      running += 1;
      start();
    };
    if (running < atOnce) enter();
    else waiting.add(enter);
    return () => {
      waiting.delete(enter);
      const wasRunning = state === "running";
      state = "over";
      if (!wasRunning) return;
      running -= 1;
      const [next] = waiting;
      if (!next) return;
      waiting.delete(next);
      next();
    };
  };
}
