import { isBlank } from "./clean-value";
import type { Field, FieldType } from "./field";
import { formatValue } from "./format-value";
import { parseDate } from "./parse-date";
import { quoted } from "./short-text";

/** What a field of each type expects, with an example where one helps. */
export const EXPECTED_VALUE: Record<FieldType, string> = {
  text: "any text",
  number: "a number such as 1250 or 1,250.50",
  date: "a date such as 2026-11-21",
  image: "the address of a picture such as https://example.com/photo.png",
  url: "a web address such as https://example.com",
  color: "a colour such as #1f2937",
  boolean: "yes or no",
};

/** What is wrong with a value for its field and what happens then, as a sentence; null when it is right or blank. */
export function valueProblem(value: string, field: Pick<Field, "type" | "format">): string | null {
  if (isBlank(value)) return null;
  const expected = `Expected ${EXPECTED_VALUE[field.type]}, got ${quoted(value)}.`;
  if (formatValue(value, field) === null) return `${expected} It counts as missing.`;
  // Without a format a date is shown as it came, but no rule can read this one.
  if (field.type === "date" && parseDate(value, field.format.locale) === null) {
    return `${expected} It is shown as it is, and rules about dates do not see it.`;
  }
  return null;
}
