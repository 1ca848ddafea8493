import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanValue } from "./clean-value";

test.each(["မျှော့", "မြွှေ့", "בְּרֵאשִׁ֖ית", "הַמֶּ֣לֶךְ", "क्षत्रिय", "ẹ̃́", "1️⃣"])("%s keeps all of its marks", (word) => {
  expect(cleanValue(word)).toBe(word);
});

test.each([
  ["general marks", "\u0301", 4],
  ["marks for symbols", "\u20dd", 4],
  ["half marks", "\ufe20", 4],
  ["Burmese marks", "\u1037", 8],
  ["Hebrew accents", "\u0596", 8],
])("a pile of %s is cut", (_name, mark, kept) => {
  expect(cleanValue(`a${mark.repeat(50)}b`)).toBe(`a${mark.repeat(kept)}b`);
});

test("no base has more than twelve marks, whatever they are", () => {
  const marks = fc.string({
    unit: fc.constantFrom("\u0301", "\u1dc0", "\u05b8", "\u1037", "\u{e0100}"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(marks, (pile) => {
      expect(cleanValue(`a${pile}b`)).toMatch(/^a\p{M}{0,12}b$/u);
    }),
  );
});
