import { expect, test } from "vitest";
import { bareFields } from "./bare-fields";
import { DEFAULT_FORMAT, type Field } from "./field";
import { ENTRIES } from "./registry";
import type { Document, Layer } from "./schema";

const CANVAS = { width: 1200, height: 628 };
const field = (key: string, fallback = ""): Field => ({
  key,
  label: "",
  type: "text",
  fallback,
  format: DEFAULT_FORMAT,
});

function told(
  text: string,
  change: object = {},
  fields: Field[] = [field("first_name"), field("team", "us")],
) {
  const layer = { ...ENTRIES.text.blank("a", CANVAS), runs: [{ text, style: {} }], ...change };
  const doc: Pick<Document, "fields" | "layers"> = { fields, layers: [layer as Layer] };
  return [...bareFields(doc).values()].map(({ key, reads }) => `${key}: ${reads}`);
}

test("a field without fallback among other words is told with what is read then", () => {
  expect(told("Hi {{first_name}}!")).toEqual(["first_name: Hi !"]);
  expect(told("Hi {{first_name}} from {{team}}")).toEqual(["first_name: Hi  from us"]);
});

test.each([
  ["it has a fallback", "Hi {{first_name}}!", {}, [field("first_name", "there")]],
  ["it stands alone", "{{first_name}}", {}, undefined],
  ["only signs are around it", "“{{first_name}}”!", {}, undefined],
  ["a phrase stands in", "Hi {{first_name}}!", { phraseFallback: "Hello!" }, undefined],
  ["the text is hidden without it", "Hi {{first_name}}!", { hideWhenMissing: ["first_name"] }, undefined],
  ["there is no such field", "Hi {{other}}!", {}, undefined],
])("nothing is told where %s", (_why, text, change, fields) => {
  expect(told(text, change, fields)).toEqual([]);
});
