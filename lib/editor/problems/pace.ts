/** Thrown out of work that is not wanted any more. */
export class Cancelled extends Error {
  constructor() {
    super("This work was called off.");
    this.name = "Cancelled";
  }
}

/** Asked between two pieces of work: lets others have their turn, and ends what is not wanted any more. */
export type Pace = {
  /** @throws Cancelled */
  breathe: () => Promise<void>;
};

/** Longest stretch of work before others have a turn, ms: with one piece of work on top it stays far below 50 ms. */
const STRETCH = 16;

export type PaceOptions = {
  /** The clock, ms. */
  now: () => number;
  /** Settles when there is time to go on. */
  idle: () => Promise<void>;
  cancelled: () => boolean;
};

/** Work in short stretches, with rests between them for as long as the page is busy. */
export function createPace({ now, idle, cancelled }: PaceOptions): Pace {
  let since = now();
  return {
    async breathe() {
      if (cancelled()) throw new Cancelled();
      if (now() - since < STRETCH) return;
      await idle();
      since = now();
      if (cancelled()) throw new Cancelled();
    },
  };
}

/** For callers that wait for the outcome. */
export const WITHOUT_REST: Pace = { breathe: async () => undefined };
