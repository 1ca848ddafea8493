import LineBreaker from "linebreak";
import { graphemeSegments } from "unicode-segmenter/grapheme";
import { mayHoldEmoji } from "./emoji-presentation";
import { syllableBreaks, UNSPACED } from "./syllable-breaks";

/** Spaces that hang over the end of a line: they neither take room there nor move an aligned line (CSS Text 3). */
const HANGING = /[ \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+$/;

/** A word, or a phrase without spaces: never cut unless it is wider than a whole line. */
export type Segment = {
  /** UTF-16 offset of its end, spaces after it included. */
  end: number;
  /** Offset of its end without those spaces. */
  visibleEnd: number;
  /** Offsets at which it is cut before its words are: ends of syllables where words are written together. */
  soft: readonly number[];
};

/** Cuts a paragraph at its line break opportunities. An empty paragraph has no segments. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  const syllables = UNSPACED.test(text) ? syllableBreaks(text) : [];
  let start = 0;
  let next = 0;
  for (const end of breakPositions(text)) {
    const hanging = HANGING.exec(text.slice(start, end));
    const first = next;
    while ((syllables[next] ?? end) < end) next += 1;
    const soft = syllables.slice(first, next);
    if (syllables[next] === end) next += 1;
    segments.push({ end, visibleEnd: end - (hanging ? hanging[0].length : 0), soft });
    start = end;
  }
  return segments;
}

/**
 * Break opportunities of UAX 14, tailored as Chromium tailors them, so that a picture breaks its lines where a
 * web page does: after a run of spaces, and between two visible ASCII characters by the rule below. One tailoring is
 * our own: signs that are set with a space stay with their word.
 */
function breakPositions(text: string): number[] {
  const opportunities = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) opportunities[next.position] = 1;
  if (mayHoldEmoji(text)) closeInsideGraphemes(text, opportunities);
  const positions: number[] = [];
  for (let index = 1; index <= text.length; index += 1) {
    if (breaksAt(text, index) ?? opportunities[index] === 1) positions.push(index);
  }
  return positions;
}

/** Emoji of several characters stay whole, also those that are younger than the breaker's tables. */
function closeInsideGraphemes(text: string, opportunities: Uint8Array): void {
  for (const { index, segment } of graphemeSegments(text)) {
    opportunities.fill(0, index + 1, index + segment.length);
  }
}

/** What the tailorings say; undefined where they leave the answer to UAX 14. */
function breaksAt(text: string, index: number): boolean | undefined {
  const before = text.charAt(index - 1);
  const after = text.charAt(index);
  if (after === "") return undefined;
  if (before === " ") return after !== " " && !joinsSpace(text, index);
  if (VISIBLE_ASCII.test(before) && VISIBLE_ASCII.test(after))
    return breaksBetweenAscii(text.charAt(index - 2), before, after);
  return undefined;
}

/** Signs that French, and others for per cent, set after a space, and the quotes that it sets a space after. */
const SPACED_SIGN = /^[!?:;%»›](?![\p{L}\p{N}])/u;
const SPACED_QUOTE = /(?:^|[^\p{L}\p{N}\p{M}\p{P}]|[\p{Ps}'’])[«‹] $/u;

/**
 * Whether the space before `index` belongs to a sign beside it, which would stand alone at the end or the beginning
 * of a line: "Bonjour !", "« Anne »". In »Anna« the same quotes stand the other way round, without spaces inside.
 * Browsers break at these unless the space is a no-break one, which people who write names do not type.
 */
function joinsSpace(text: string, index: number): boolean {
  return (
    SPACED_SIGN.test(text.slice(index, index + 3)) ||
    SPACED_QUOTE.test(text.slice(Math.max(0, index - 4), index))
  );
}

const VISIBLE_ASCII = /^[!-~]$/;

/**
 * Chromium's table for ASCII pairs, as rules: after a question mark or a hyphen before almost anything; after
 * other closing or joining punctuation only before an opening bracket; after a slash never. A hyphen before a
 * digit is a minus sign unless a letter or digit stands before it.
 */
function breaksBetweenAscii(earlier: string, before: string, after: string): boolean {
  if (before === "?") return !/[!"'),./:;?\]}]/.test(after);
  if (before === "-") {
    if (/\d/.test(after)) return /[A-Za-z0-9]/.test(earlier);
    return !/[!$),./:;?\]}]/.test(after);
  }
  return /[!"#%&)*+,.:;=>\\\]|}~]/.test(before) && /[(<[{]/.test(after);
}
