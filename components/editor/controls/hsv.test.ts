import fc from "fast-check";
import { expect, test } from "vitest";
import { alphaOf, hexToHsv, hsvToHex, parseHex, withAlpha } from "./hsv";

const hex = fc
  .tuple(fc.integer({ min: 0, max: 0xffffff }), fc.integer({ min: 0, max: 0xfe }), fc.boolean())
  .map(
    ([rgb, a, opaque]) =>
      `#${rgb.toString(16).padStart(6, "0")}${opaque ? "" : a.toString(16).padStart(2, "0")}`,
  );

test("every colour survives the way there and back", () => {
  fc.assert(
    fc.property(hex, (colour) => {
      expect(hsvToHex(hexToHsv(colour))).toBe(colour);
    }),
  );
});

test("opacity is set and read without touching the colour", () => {
  expect(withAlpha("#4455e6", 0.5)).toBe("#4455e680");
  expect(withAlpha("#4455e680", 1)).toBe("#4455e6");
  expect(alphaOf("#00000000")).toBe(0);
});

test.each([
  ["fff", "#ffffff"],
  ["#F26B4E", "#f26b4e"],
  ["4455e680", "#4455e680"],
  [" #abcf ", "#aabbcc"],
  ["tomato", null],
  ["#12345", null],
])("%s is read as %s", (typed, expected) => {
  expect(parseHex(typed)).toBe(expected);
});
