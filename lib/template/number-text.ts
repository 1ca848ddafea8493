import { DEFAULT_FORMAT } from "./field";
import type { FieldReference, ResolveContext } from "./layer-entry";
import { LIMITS } from "./limits";
import { malformed } from "./malformed-placeholder";
import { parseNumber } from "./parse-number";
import { malformedPlaceholders, placeholderKeys, replacePlaceholders } from "./placeholders";
import type { LayerProblem } from "./problem";
import { quoted } from "./short-text";

/** Texts of layers that are read as a number: fixed ones, such as "4.5", and ones with fields, such as "{{points}}". */

/** The text with values in place: numbers as plain decimals, whatever their field's format and language. */
export function fillNumbers(text: string, context: Pick<ResolveContext, "plain">): string {
  return replacePlaceholders(text, (key, raw) => {
    const { text: given, locale } = context.plain(key, raw);
    return (given.length > LIMITS.numberText ? null : parseNumber(given, locale)) ?? given;
  });
}

/** The number a text without fields holds, written the English way where that matters; null when it holds none. */
export function readNumber(text: string): number | null {
  if (text.length > LIMITS.numberText) return null;
  const decimal = parseNumber(text, DEFAULT_FORMAT.locale);
  return decimal === null ? null : Number(decimal);
}

/** The fields that stand in such a text. */
export function numberReferences(text: string, path: string): FieldReference[] {
  return placeholderKeys(text).map((key) => ({ key, path, expects: "number" }));
}

/** What is wrong with such a text before values are in place; `isFit` says which numbers will do. */
export function numberProblems(
  text: string,
  path: string,
  { isFit, expected }: { isFit: (number: number) => boolean; expected: string },
): LayerProblem[] {
  const broken = malformedPlaceholders(text).map((raw) => malformed(raw, path));
  if (broken.length > 0 || placeholderKeys(text).length > 0) return broken;
  const number = readNumber(text);
  if (number !== null && isFit(number)) return [];
  const message = `Expected ${expected} or a field such as {{points}}, got ${quoted(text)}. What stands under “If missing” is shown.`;
  return [{ code: "invalid_number", severity: "error", path, message }];
}
