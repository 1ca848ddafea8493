import { z } from "zod";

/** How a row ended: it has its picture, or none for a reason, or a person left it out. Short names: there are many. */
const outcome = z.union([
  /** Bytes of its picture. */
  z.strictObject({ b: z.number().int().nonnegative() }),
  /** A code for programs and a sentence for people; neither says what stands in the row. */
  z.strictObject({ c: z.string(), s: z.string() }),
  z.strictObject({ o: z.literal(1) }),
]);
export type Outcome = z.infer<typeof outcome>;

/** How the rows of a part ended, in their order; null: not yet. */
export const storedOutcomes = z.array(outcome).nullable();

/** The outcome of a row without picture. */
export type FailedRow = Extract<Outcome, { c: string }>;

export type Failure = { code: string; sentence: string };

export function isMade(given: Outcome | undefined): given is { b: number } {
  return given !== undefined && "b" in given;
}

/** Why a row has no picture; null where it has one, or where nobody has tried. */
export function failureOf(given: Outcome | undefined): Failure | null {
  return given && "c" in given ? { code: given.c, sentence: given.s } : null;
}
