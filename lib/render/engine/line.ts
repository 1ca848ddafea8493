import { AppError } from "@/lib/errors";

export type LineLimits = {
  /** How many tasks run at once. */
  atOnce: number;
  /** How many may wait of each urgency; the next is turned away. */
  waiting: number;
  /** How long a task waits before it is turned away, ms. */
  patienceMs: number;
};

/** Urgent are the few tasks that many others wait for; they go before all that is usual. */
export type Urgency = "usual" | "urgent";

/** Runs tasks first come, first served. @throws AppError `unavailable` when too many wait, or for too long */
export type Line = <T>(task: () => Promise<T>, urgency?: Urgency) => Promise<T>;

/** A bounded line: what cannot be done soon is refused at once rather than piled up. */
export function createLine({ atOnce, waiting, patienceMs }: LineLimits): Line {
  const queues: Record<Urgency, Set<() => void>> = { urgent: new Set(), usual: new Set() };
  let running = 0;

  function place(urgency: Urgency): Promise<void> | undefined {
    if (running < atOnce) {
      running += 1;
      return undefined;
    }
    const queue = queues[urgency];
    if (queue.size >= waiting) throw busy();
    return new Promise((admit, refuse) => {
      const enter = () => {
        clearTimeout(timer);
        queue.delete(enter);
        admit();
      };
      const timer = setTimeout(() => {
        queue.delete(enter);
        refuse(busy());
      }, patienceMs);
      queue.add(enter);
    });
  }

  return async (task, urgency = "usual") => {
    await place(urgency);
    try {
      return await task();
    } finally {
      const [next] = queues.urgent.size > 0 ? queues.urgent : queues.usual;
      // The place passes on without becoming free in between, so nobody slips in front.
      if (next) next();
      else running -= 1;
    }
  };
}

function busy(): AppError {
  return new AppError(
    "unavailable",
    "Too many pictures are being made at this moment. Try again in a few seconds.",
    { details: { retryAfter: 5 } },
  );
}
