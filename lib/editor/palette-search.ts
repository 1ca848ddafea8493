/** Something that can be found by what it is called. */
export type Findable = { readonly label: string; readonly keywords: readonly string[] };

/** Marks for how a word of the query meets a word that is looked through; 0 is not at all. */
const MARKS = { whole: 12, start: 8, wordStart: 6, inside: 3, letters: 1 } as const;
/** A keyword counts less than the name that is read. */
const KEYWORD_SHARE = 0.5;

/**
 * How well an entry answers a query: 0 when it does not. Each word of the query has to be found in the name or in a
 * keyword, as its start, inside it, or as letters in this order. Case and accents do not count.
 */
export function searchMark({ label, keywords }: Findable, query: string): number {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const name = folded(label);
  const others = keywords.map(folded);
  let sum = name === words.join(" ") ? MARKS.whole : 0;
  for (const word of words) {
    const best = Math.max(
      markIn(name, word),
      KEYWORD_SHARE * Math.max(0, ...others.map((keyword) => markIn(keyword, word))),
    );
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

function markIn(text: string, word: string): number {
  if (text.startsWith(word)) return MARKS.start;
  const at = text.indexOf(word);
  if (at > 0) return isWordStart(text, word) ? MARKS.wordStart : MARKS.inside;
  return word.length > 1 && hasLetters(text, word) ? MARKS.letters : 0;
}

function isWordStart(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
}

/** Whether the word's letters are initials of the text's words, in their order: "stb" for "Send to back". */
function hasLetters(text: string, word: string): boolean {
  const initials = text
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part[0] ?? "")
    .join("");
  return initials.includes(word);
}

/** Without case and accents; letters that have no parts of their own (ł, đ, ø) count as their plain ones. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/ø/g, "o")
    .trim();
}
