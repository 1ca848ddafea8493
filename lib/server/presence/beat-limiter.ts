import { createPersonLimiter, type PersonLimiter } from "../person-limiter";
import { processWide } from "../process-registry";

/** Beats of one person in a minute: a dozen tabs at their usual pace, and some more for coming and going. */
const LIMIT = { most: 120, windowMs: 60_000 };

/** `now` is the clock, ms. */
export function createBeatLimiter(now?: () => number): PersonLimiter {
  return createPersonLimiter(LIMIT, now);
}

/** The limiter of this process. */
export function beatLimiter(): PersonLimiter {
  return processWide("beat-limiter", () => createBeatLimiter());
}
