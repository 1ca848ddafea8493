import { splitGraphemes } from "unicode-segmenter/grapheme";
import { LIMITS } from "./limits";
import { cutText, toPlainText, withoutDirection } from "./plain-text";

// White space, zero-width and other characters that draw nothing, fillers among them.
const BLANK = /^[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether nothing of the text can be seen: such a value counts as missing. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

const MARKS = /\p{M}{5,}/gu;
/** The marks of Unicode's general blocks, which stand on any letter: more than four are noise that piles up over other lines. */
const GENERAL = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/;
/** Marks kept on one base. Those of a script spell words: Burmese has syllables with five, accented Hebrew more. */
const MOST = { general: 4, ofScript: 8 };

/**
 * A value as it may reach the painter: line ends as line feeds; control characters, broken surrogates, byte
 * order marks and direction overrides taken out; at most 4 general combining marks a base and 8 of its script; at
 * most 1000 graphemes in all.
 */
export function cleanValue(value: string): string {
  const text = withoutDirection(toPlainText(cutText(value, LIMITS.value)))
    .replace(/\ufeff/g, "")
    .replace(MARKS, fewerMarks);
  return firstGraphemes(text, LIMITS.valueGraphemes);
}

function fewerMarks(marks: string): string {
  const count = { general: 0, ofScript: 0 };
  return Array.from(marks)
    .filter((mark) => {
      const kind = GENERAL.test(mark) ? "general" : "ofScript";
      count[kind] += 1;
      return count[kind] <= MOST[kind];
    })
    .join("");
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
