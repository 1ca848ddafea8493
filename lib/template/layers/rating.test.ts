import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import { resolveDocument } from "../resolve-document";
import { HOSTILE_VALUES } from "../testing/hostile-values";
import { type RatingLayer, ratingEntry, ratingShown } from "./rating";

const CANVAS = { width: 1200, height: 628 };
const layer = (change: Partial<RatingLayer>): RatingLayer => ({
  ...ratingEntry.create("r", CANVAS),
  ...change,
});
const SCORE: Field = {
  key: "score",
  label: "Score",
  type: "number",
  fallback: "",
  format: { ...DEFAULT_FORMAT, suffix: " stars" },
};

function shownFor(designed: RatingLayer, score: string): number {
  const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [designed], fields: [SCORE] };
  const [found] = resolveDocument(doc, { score }).document.layers;
  return found?.type === "rating" ? ratingShown(found) : Number.NaN;
}

test.each<[string, Partial<RatingLayer>, number]>([
  ["4.5", {}, 4.5],
  ["4,5", {}, 4.5],
  ["٤٫٥", {}, 4.5],
  ["4.3", {}, 4.5],
  ["4.2", {}, 4],
  ["4.3", { step: "whole" }, 4],
  ["4.3", { step: "exact" }, 4.3],
  ["7", {}, 5],
  ["7", { maximum: 10 }, 7],
  ["-1", {}, 0],
  ["good", { fallbackValue: 3.5 }, 3.5],
  ["good", { fallbackValue: 9 }, 5],
  ["1e999", { fallbackValue: 1 }, 1],
])("%j with %j fills %d", (value, change, shown) => {
  expect(ratingShown(layer({ value, ...change }))).toBe(shown);
  expect(shownFor(layer({ ...change, value: "{{score}}" }), value)).toBe(shown);
});

test("is from 0 to the symbols there are, for any value", () => {
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_VALUES));
  const maximum = fc.integer({ min: 1, max: 10 });
  fc.assert(
    fc.property(value, maximum, fc.constantFrom("half", "whole", "exact"), (score, most, step) => {
      const shown = shownFor(layer({ value: "{{score}}", maximum: most, step, fallbackValue: 7.5 }), score);
      expect(shown).toBeGreaterThanOrEqual(0);
      expect(shown).toBeLessThanOrEqual(most);
    }),
  );
});

test("a text that is no number is told, a field is not", () => {
  expect(ratingEntry.problems(layer({ value: "good" }))).toMatchObject([
    { code: "invalid_number", path: "/value" },
  ]);
  expect(ratingEntry.problems(layer({ value: "{{score}}" }))).toEqual([]);
});

test("gaps scale with the box", () => {
  expect(ratingEntry.scale(layer({ gap: 10 }), 0.5).gap).toBe(5);
});

test("a rule sets the symbols that are filled", () => {
  const rules: RatingLayer["rules"] = [
    {
      when: { match: "all", tests: [{ key: "score", is: "missing", value: "" }] },
      then: { kind: "set", path: "text", value: "3" },
    },
  ];
  expect(shownFor(layer({ value: "{{score}}", rules }), "")).toBe(3);
  expect(shownFor(layer({ value: "{{score}}", rules }), "4.5")).toBe(4.5);
});

test.each([
  [{ value: "6" }, ["/value: 6 is more than the 5 symbols there are, so all of them are filled."]],
  [{ value: "-1" }, ["/value: -1 is less than 0, so no symbol is filled."]],
  [
    { value: "{{score}}", fallbackValue: 7 },
    ["/fallbackValue: 7 is more than the 5 symbols there are, so all of them are filled."],
  ],
  [{ value: "5", fallbackValue: 0 }, []],
])("a number that there are no symbols for is told: %j", (change, told) => {
  expect(ratingEntry.problems(layer(change)).map(({ path, message }) => `${path}: ${message}`)).toEqual(told);
});
