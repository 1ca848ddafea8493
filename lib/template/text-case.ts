import type { FieldFormat } from "./field";
import { nameCase, titleLetter } from "./name-case";

/**
 * Writes the text in the wanted case. `upper` and `lower` always apply; `sentence` and `name` leave text alone
 * that has both cases already when `onlyWhenOneCase` is set: whoever typed "McKinsey" meant it.
 */
export function applyCase(
  text: string,
  { case: wanted, onlyWhenOneCase, locale }: Pick<FieldFormat, "case" | "onlyWhenOneCase" | "locale">,
): string {
  const turkic = /^(?:tr|az)\b/i.test(locale);
  const lower = turkic ? text.toLocaleLowerCase("tr") : text.toLowerCase();
  const upper = turkic ? text.toLocaleUpperCase("tr") : text.toUpperCase();
  switch (wanted) {
    case "none":
      return text;
    case "upper":
      return upper;
    case "lower":
      return lower;
    case "sentence":
    case "name": {
      if (onlyWhenOneCase && text !== lower && text !== upper) return text;
      if (wanted === "name") return nameCase(text, locale);
      return lower.replace(/\p{L}/u, (letter) => titleLetter(letter, locale));
    }
  }
}
