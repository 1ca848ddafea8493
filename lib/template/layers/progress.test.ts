import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import { resolveDocument } from "../resolve-document";
import { HOSTILE_VALUES } from "../testing/hostile-values";
import { type ProgressLayer, progressEntry, progressShare } from "./progress";

const CANVAS = { width: 1200, height: 628 };
const layer = (change: Partial<ProgressLayer>): ProgressLayer => ({
  ...progressEntry.create("p", CANVAS),
  ...change,
});
const field = (key: string, change: Partial<Field> = {}): Field => ({
  key,
  label: key,
  type: "number",
  fallback: "",
  format: { ...DEFAULT_FORMAT, number: { ...DEFAULT_FORMAT.number, style: "currency" }, prefix: "about " },
  ...change,
});

/** The share that a document with this layer alone shows for these values. */
function shareFor(designed: ProgressLayer, fields: Field[], values: Record<string, string>): number {
  const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [designed], fields };
  const [found] = resolveDocument(doc, values).document.layers;
  return found?.type === "progress" ? progressShare(found) : Number.NaN;
}

describe("the share", () => {
  test.each([
    ["65", "100", 0.65],
    ["4,5", "9", 0.5],
    ["1,250", "2500", 0.5],
    ["٥٠", "١٠٠", 0.5],
    ["-3", "100", 0],
    ["120", "100", 1],
    ["1e999", "100", 0.25],
    ["NaN", "100", 0.25],
    ["5", "0", 0.25],
    ["5", "-10", 0.25],
    ["5", "", 0.25],
    ["", "100", 0.25],
    ["9".repeat(200), "100", 0.25],
  ])("%j of %j", (value, maximum, share) => {
    expect(progressShare(layer({ value, maximum, fallbackValue: 0.25 }))).toBeCloseTo(share, 10);
  });

  const bound = layer({ value: "{{points}}", maximum: "{{goal}}", fallbackValue: 0.1 });
  const fields = [field("points"), field("goal", { fallback: "200" })];

  test("reads what was given, whatever the field's format", () => {
    expect(shareFor(bound, fields, { points: "1,250.50", goal: "2501" })).toBe(0.5);
    expect(shareFor(bound, fields, { points: "50" })).toBe(0.25);
    expect(shareFor(bound, fields, { points: "many" })).toBe(0.1);
    expect(shareFor(bound, [], { points: "5" })).toBe(0.1);
  });

  test("reads numbers in the language of their field", () => {
    const german = [field("points", { format: { ...DEFAULT_FORMAT, locale: "de-DE" } })];
    expect(shareFor({ ...bound, maximum: "2500" }, german, { points: "1.250" })).toBe(0.5);
  });

  test("tells which fields are missing, those that are not there included", () => {
    const doc = {
      ...createDocument({ ...CANVAS, displayWidth: 600 }),
      layers: [bound],
      fields: fields.slice(1),
    };
    expect(resolveDocument(doc, {}).missing).toEqual(["goal", "points"]);
  });

  test("is from 0 to 1 for any values", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_VALUES));
    fc.assert(
      fc.property(value, value, fc.double({ min: 0, max: 1, noNaN: true }), (points, goal, fallbackValue) => {
        const share = shareFor({ ...bound, fallbackValue }, fields, { points, goal });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each([
  [{}, []],
  [{ value: "{{points}}" }, []],
  [{ value: "abc" }, ["/value"]],
  [{ value: "{{Points}}" }, ["/value"]],
  [{ maximum: "0" }, ["/maximum"]],
  [{ value: "", maximum: " " }, ["/value", "/maximum"]],
])("%j is told at %j", (change, paths) => {
  expect(progressEntry.problems(layer(change)).map(({ path }) => path)).toEqual(paths);
});

test("lengths scale with the box, and nothing else does", () => {
  const scaled = progressEntry.scale(layer({ radius: 10, thickness: 8, startAngle: 30 }), 2);
  expect(scaled).toEqual(layer({ radius: 20, thickness: 16, startAngle: 30 }));
});

test("a rule sets what is reached", () => {
  const fields = [field("points"), field("bonus")];
  const designed = layer({
    value: "{{points}}",
    rules: [
      {
        when: { match: "all", tests: [{ key: "bonus", is: "present", value: "" }] },
        then: { kind: "set", path: "text", value: "{{bonus}}" },
      },
    ],
  });
  expect(shareFor(designed, fields, { points: "20" })).toBe(0.2);
  expect(shareFor(designed, fields, { points: "20", bonus: "80" })).toBe(0.8);
});

test.each([
  [{ value: "120", maximum: "100" }, "120 is more than the maximum of 100, so it is shown full."],
  [{ value: "-5", maximum: "100" }, "-5 is less than 0, so it is shown empty."],
  [{ value: "100", maximum: "100" }, undefined],
  [{ value: "{{points}}", maximum: "100" }, undefined],
  [{ value: "120", maximum: "0" }, undefined],
])("a value beyond the whole is told: %j", (change, message) => {
  const told = progressEntry.problems(layer(change)).find(({ code }) => code === "out_of_range");
  expect(told?.message).toBe(message);
});
