import bidiFactory from "bidi-js";

export const bidi = bidiFactory();

/** Anything that can make a level other than 0: right-to-left letters, Arabic digits, directional controls. */
const DIRECTIONAL =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** One character of the basic plane for each class of directions that characters beyond it have. */
const LIKE: Readonly<Record<string, string>> = {
  L: "A",
  R: "\u05d0",
  AL: "\u0627",
  EN: "0",
  AN: "\u0660",
  ET: "#",
  NSM: "\u0300",
  BN: "\u00ad",
  ON: "!",
};

const PAIRS = /[\u{10000}-\u{10ffff}]/gu;

/**
 * The text with both halves of each surrogate pair as characters of its class. bidi-js looks at the halves, which
 * have no class: emoji would pass for Latin letters.
 */
function withoutPairs(text: string): string {
  return text.replace(PAIRS, (char) => (LIKE[bidi.getBidiCharTypeName(char)] ?? "!").repeat(2));
}

/**
 * Embedding level of each UTF-16 unit of a paragraph of the given direction (UAX 9); odd levels run right to
 * left. null when everything runs left to right.
 */
export function bidiLevels(text: string, direction: "ltr" | "rtl"): Uint8Array | null {
  if (direction === "ltr" && !DIRECTIONAL.test(text)) return null;
  return bidi.getEmbeddingLevels(withoutPairs(text), direction).levels;
}

/** Puts runs that stand in logical order into visual order, left to right (UAX 9, rule L2). */
export function visualOrder<T extends { level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs];
  const highest = runs.reduce((most, run) => Math.max(most, run.level), 0);
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end += 1;
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(end, start + 1);
    }
  }
  return ordered;
}
