import { type TextLimit, takenOf } from "@/lib/template/text-limit";

/** Characters left from which on the limit is told, and that as a share of it where it is small. */
const NEAR = 60;
const NEAR_SHARE = 0.25;

export type LengthNote = { text: string; isOver: boolean };

/**
 * How long a text is, said where it comes near the most it may be; null before. It is said early enough that a field
 * in braces that does not fit any more needs no explanation. `max` is what the document stores, in UTF-16 units;
 * `limit` what holds beside it, such as the 13 digits of an EAN-13: that one can be passed, and is told then.
 */
export function lengthNote(text: string, max: number, limit?: TextLimit): LengthNote | null {
  const taken = limit && takenOf(text, limit);
  if (limit && taken !== undefined && isNear(taken, limit.most)) {
    const over = taken - limit.most;
    const excess = over > 0 ? `: ${over} too many` : "";
    return { text: `${taken} of ${limit.most} ${limit.unit}${excess}`, isOver: over > 0 };
  }
  return isNear(text.length, max) ? { text: `${text.length} of ${max} characters`, isOver: false } : null;
}

function isNear(length: number, most: number): boolean {
  return length > most - Math.min(NEAR, most * NEAR_SHARE);
}
