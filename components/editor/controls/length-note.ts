/** Characters left from which on the limit is told, and that as a share of it where it is small. */
const NEAR = 60;
const NEAR_SHARE = 0.25;

/**
 * How long a text is, said where it comes near the most it may be; null before. It is said early enough that a field
 * in braces that does not fit any more needs no explanation.
 */
export function lengthNote(text: string, max: number): string | null {
  const isNear = text.length > max - Math.min(NEAR, max * NEAR_SHARE);
  return isNear ? `${text.length} of ${max} characters` : null;
}
