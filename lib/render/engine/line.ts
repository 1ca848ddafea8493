import { AppError } from "@/lib/errors";
import { createTurns, type Turns } from "./turns";

export type LineLimits = {
  /** How many tasks run at once. */
  atOnce: number;
  /** How many may wait of each urgency; of those beyond, the owners who have most waiting lose theirs. */
  waiting: number;
  /** How long a task waits before it is turned away, ms. */
  patienceMs: number;
};

/** Urgent are the few tasks that many others wait for; they go before all that is usual. */
export type Urgency = "usual" | "urgent";

/** Keeps a task's place until something is over that outlives its answer. */
export type Hold = (until: Promise<unknown>) => void;

/**
 * Runs tasks first come, first served, where owners with tasks waiting take turns.
 * @throws AppError `unavailable` when too many wait, or for too long
 */
export type Line = <T>(task: (hold: Hold) => Promise<T>, urgency?: Urgency, owner?: string) => Promise<T>;

/** Someone who waits for a place. */
type Waiting = { enter: () => void; refuse: () => void };

/** A bounded line: what cannot be done soon is refused at once rather than piled up. */
export function createLine({ atOnce, waiting, patienceMs }: LineLimits): Line {
  const queues: Record<Urgency, Turns<Waiting>> = { urgent: createTurns(), usual: createTurns() };
  let running = 0;

  function place(urgency: Urgency, owner: string): Promise<void> | undefined {
    if (running < atOnce) {
      running += 1;
      return undefined;
    }
    const queue = queues[urgency];
    if (queue.size() >= waiting) {
      const displaced = queue.makeRoom(owner);
      if (!displaced) throw busy();
      displaced.refuse();
    }
    return new Promise((admit, reject) => {
      const refuse = () => {
        clearTimeout(timer);
        queue.remove(owner, someone);
        reject(busy());
      };
      const enter = () => {
        clearTimeout(timer);
        admit();
      };
      const someone = { enter, refuse };
      const timer = setTimeout(refuse, patienceMs);
      queue.add(owner, someone);
    });
  }

  function passOn(): void {
    const next = queues.urgent.take() ?? queues.usual.take();
    // The place passes on without becoming free in between, so nobody slips in front.
    if (next) next.enter();
    else running -= 1;
  }

  return async (task, urgency = "usual", owner = "") => {
    await place(urgency, owner);
    const held: Promise<unknown>[] = [];
    try {
      return await task((until) => held.push(until));
    } finally {
      if (held.length === 0) passOn();
      else void Promise.allSettled(held).then(passOn);
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
