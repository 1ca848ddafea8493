import { LIMITS } from "./limits";
import { parseNumber } from "./parse-number";
import { cutText } from "./plain-text";

/** Lists that come in one text: `12, 30, 18`, `12,5; 30`, one item a line, or a JSON array. */

/** Numbers beyond this magnitude cannot be drawn beside others. */
const LARGEST = 1e15;
/** UTF-16 units of a label that are kept. */
const LABEL = 60;
const STRONG = /[;؛\n]/;
const COMMA = /[,،]/;

/**
 * The numbers of a list; null when it is empty, has more than LIMITS.chartItems, or something in it is no number.
 * Where semicolons or line breaks stand they divide, else commas before a space, else spaces, else commas: so
 * `12,5; 30,1` and `12,5 30,1` are two numbers each and `1,2,3` are three. One divider at the end ends the list, as
 * loops write it. `locale` says how decimals are written.
 */
export function parseNumberList(text: string, locale: string): number[] | null {
  const parts = jsonList(text) ?? splitNumbers(text.trim());
  if (parts.length === 0 || parts.length > LIMITS.chartItems) return null;
  const numbers = parts.map((part) => (typeof part === "number" ? part : numberOf(String(part), locale)));
  const isSound = numbers.every((number) => Math.abs(number) <= LARGEST);
  return isSound ? numbers : null;
}

function numberOf(text: string, locale: string): number {
  // A comma still there divides from a number that is not there.
  if (text.length > LIMITS.numberText || /^[,،]|[,،]$/.test(text)) return Number.NaN;
  return Number(parseNumber(text, locale) ?? Number.NaN);
}

function splitNumbers(text: string): string[] {
  if (text === "") return [];
  const divider = [STRONG, /[,،]\s+/, /\s+/, COMMA].find((each) => each.test(text));
  return divider === undefined
    ? [text]
    : text.replace(divider === STRONG ? /[;؛]$/ : /[,،]$/, "").split(divider);
}

/** The texts of a list, at most LIMITS.chartItems and each cut to a length that fits a picture; none for a blank text. */
export function parseTextList(text: string): string[] {
  return splitTexts(text).map((item) => cutText(item.trim().replace(/\s+/g, " "), LABEL));
}

/** The items of a list as they stand in it, at most LIMITS.chartItems. Where semicolons or line breaks stand, commas do not divide. */
export function splitTexts(text: string): string[] {
  if (text.trim() === "") return [];
  const parts = jsonList(text)?.map(String) ?? text.trim().split(STRONG.test(text) ? STRONG : COMMA);
  return parts.slice(0, LIMITS.chartItems);
}

/** The items of a JSON array of texts and numbers, with or without a comma behind the last; null when the text is none. */
function jsonList(text: string): (string | number)[] | null {
  if (!text.trimStart().startsWith("[")) return null;
  try {
    const parsed: unknown = JSON.parse(text.replace(/,\s*\]\s*$/, "]"));
    if (!Array.isArray(parsed)) return null;
    const items: unknown[] = parsed;
    const plain = items.filter((item) => typeof item === "string" || typeof item === "number");
    return plain.length === items.length ? plain : null;
  } catch {
    return null;
  }
}
