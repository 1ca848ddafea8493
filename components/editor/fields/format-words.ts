import type { Field } from "@/lib/template/field";

const CASES = {
  none: "",
  name: "as a name",
  sentence: "as a sentence",
  upper: "in capitals",
  lower: "without capitals",
};
const NUMBERS = { plain: "", decimal: "as a number", currency: "", percent: "in per cent" };
const DATES = {
  none: "",
  short: "as a short date",
  medium: "as a date",
  long: "as a long date",
  full: "as a date with its weekday",
  iso: "as 2026-03-14",
};

/** How a field's values are written, in a few words; empty when they are written as they come. */
export function formatWords({ type, format }: Field): string {
  const { number, prefix, suffix } = format;
  const own =
    type === "text"
      ? [
          CASES[format.case],
          format.firstWordOnly ? "first word only" : "",
          format.maxLength > 0 ? `at most ${format.maxLength} letters` : "",
        ]
      : type === "number"
        ? [number.style === "currency" ? `in ${number.currency}` : NUMBERS[number.style]]
        : type === "date"
          ? [DATES[format.date]]
          : [];
  const hasAround = type === "text" || type === "number" || type === "date";
  const around = hasAround && (prefix !== "" || suffix !== "") ? `${prefix}…${suffix}` : "";
  return [...own, around].filter((part) => part !== "").join(", ");
}
