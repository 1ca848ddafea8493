import { createPersonLimiter, type PersonLimiter } from "../person-limiter";
import { processWide } from "../process-registry";

/** Pictures that one person may have weighed in a minute: an editor at work asks for one every few seconds at most. */
const LIMIT = { most: 20, windowMs: 60_000 };

/** `now` is the clock, ms. */
export function createWeightLimiter(now?: () => number): PersonLimiter {
  return createPersonLimiter(LIMIT, now);
}

/** The limiter of this process. */
export function weightLimiter(): PersonLimiter {
  return processWide("weight-limiter", () => createWeightLimiter());
}
