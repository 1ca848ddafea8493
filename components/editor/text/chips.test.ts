import fc from "fast-check";
import { expect, test } from "vitest";
import { chipAt, chipsIn, outsideChip, wholeChips } from "./chips";

const TEXT = "Hi {{first_name}}, {{ points }}{{x";
const CHIPS = chipsIn(TEXT);

test("chips are the fields in braces, whatever is typed in part is none", () => {
  expect(CHIPS.map(({ key, start, end }) => [key, TEXT.slice(start, end)])).toEqual([
    ["first_name", "{{first_name}}"],
    ["points", "{{ points }}"],
  ]);
});

test("one key press jumps over a chip, a click goes to its nearer side", () => {
  const chip = { key: "first_name", start: 3, end: 17 };
  expect(outsideChip(CHIPS, chip.start + 1, chip.start)).toBe(chip.end);
  expect(outsideChip(CHIPS, chip.end - 1, chip.end)).toBe(chip.start);
  expect(outsideChip(CHIPS, chip.start + 2, null)).toBe(chip.start);
  expect(outsideChip(CHIPS, chip.end - 2, 30)).toBe(chip.end);
  expect(outsideChip(CHIPS, chip.end, chip.start)).toBe(chip.end);
});

test("whatever is marked or deleted holds chips whole or not at all, and no less than it was", () => {
  const pieces = fc.constantFrom("{{first_name}}", "{{ a }}", "An ", "{{", "}}", "👩‍👩‍👧", "x");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), fc.nat(60), fc.nat(60), (parts, a, b) => {
      const text = parts.join("");
      const chips = chipsIn(text);
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const whole = wholeChips(chips, { start, end });
      expect(whole.start).toBeLessThanOrEqual(start);
      expect(whole.end).toBeGreaterThanOrEqual(end);
      if (start < end)
        for (const edge of [whole.start, whole.end])
          expect(chips.some((chip) => chip.start < edge && edge < chip.end)).toBe(false);
      const caret = outsideChip(chips, start, null);
      expect(chips.some((chip) => chip.start < caret && caret < chip.end)).toBe(false);
    }),
  );
});

test("a chip is marked when it alone is", () => {
  expect(chipAt(CHIPS, { start: 3, end: 17 })?.key).toBe("first_name");
  expect(chipAt(CHIPS, { start: 3, end: 18 })).toBeUndefined();
});
