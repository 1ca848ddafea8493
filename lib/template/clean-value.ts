import { splitGraphemes } from "unicode-segmenter/grapheme";
import { LIMITS } from "./limits";
import { cutText, toPlainText, withoutDirection } from "./plain-text";

// White space, zero-width and other characters that draw nothing, fillers among them.
const BLANK = /^[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether nothing of the text can be seen: such a value counts as missing. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Marks kept on one base character; more than this is noise that piles up over other lines. */
const MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * A value as it may reach the painter: line ends as line feeds; control characters, broken surrogates, byte
 * order marks and direction overrides taken out; at most 4 combining marks a base and 1000 graphemes in all.
 */
export function cleanValue(value: string): string {
  const text = withoutDirection(toPlainText(cutText(value, LIMITS.value)))
    .replace(/\ufeff/g, "")
    .replace(MARKS, "$1");
  return firstGraphemes(text, LIMITS.valueGraphemes);
}

/** At most `count` user-perceived characters (UAX 29) from the beginning of the text. */
export function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text;
  let kept = 0;
  let end = 0;
  for (const grapheme of splitGraphemes(text)) {
    if (kept === count) return text.slice(0, end);
    kept += 1;
    end += grapheme.length;
  }
  return text;
}
