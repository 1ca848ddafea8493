import { expect, test } from "vitest";
import { DEFAULT_FORMAT, type Field, type FieldFormat } from "@/lib/template/field";
import { formatWords } from "./format-words";

const NUMBER = DEFAULT_FORMAT.number;

test.each<[Field["type"], Partial<FieldFormat>, string]>([
  ["text", {}, ""],
  ["text", { case: "name", firstWordOnly: true, prefix: "Dear " }, "as a name, first word only, Dear …"],
  ["text", { maxLength: 12 }, "at most 12 letters"],
  ["number", { number: { ...NUMBER, style: "currency", currency: "EUR" } }, "in EUR"],
  ["number", { case: "upper", number: { ...NUMBER, style: "percent" } }, "in per cent"],
  ["date", { date: "full" }, "as a date with its weekday"],
  ["image", { case: "upper", prefix: "a" }, ""],
])("a %s written with %j", (type, change, words) => {
  const field = { key: "k", label: "", type, fallback: "", format: { ...DEFAULT_FORMAT, ...change } };
  expect(formatWords(field)).toBe(words);
});
