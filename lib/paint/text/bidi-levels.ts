import bidiFactory from "bidi-js";

export const bidi = bidiFactory();

/** Anything that can make a level other than 0: right-to-left letters, Arabic digits, directional controls. */
const DIRECTIONAL =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Embedding level of each UTF-16 unit of a paragraph of the given direction (UAX 9); odd levels run right to
 * left. null when everything runs left to right.
 */
export function bidiLevels(text: string, direction: "ltr" | "rtl"): Uint8Array | null {
  if (direction === "ltr" && !DIRECTIONAL.test(text)) return null;
  return bidi.getEmbeddingLevels(text, direction).levels;
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
