import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { parseJson } from "./parse-json";

const bytes = (text: string) => new TextEncoder().encode(text);

test("reads what JSON.parse reads", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes("__proto__"));
      expect(parseJson(bytes(text), 40)).toEqual(JSON.parse(text));
    }),
  );
});

test("brackets and escapes inside strings are no depth", () => {
  const value = { text: '[[[[{{{{ \\" \\\\ "]]', next: ["{", '"'] };
  expect(parseJson(bytes(JSON.stringify(value)), 2)).toEqual(value);
});

test.each([
  ["deeper than allowed", "[[[]]]", 2, /nested 2 levels/],
  ["200,000 deep", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, 34, /nested/],
  ["not JSON", "{first_name: Maria}", 34, /does not parse/],
  ["cut off", '{"a": "b', 34, /does not parse/],
  ["nothing", "", 34, /does not parse/],
  ["a prototype", '{"a": {"__proto__": {"x": 1}}}', 34, /__proto__/],
])("%s is refused", (_, text, depth, sentence) => {
  expect(() => parseJson(bytes(text), depth)).toThrow(sentence);
  expect(() => parseJson(bytes(text), depth)).toThrow(AppError);
});

test("bytes that are not UTF-8 are refused", () => {
  expect(() => parseJson(new Uint8Array([0x22, 0xff, 0x22]), 10)).toThrow(/UTF-8/);
});
