import fc from "fast-check";
import { expect, test } from "vitest";
import { HOSTILE_VALUES } from "./testing/hostile-values";
import { parseNumberList, parseTextList } from "./value-list";

test.each<[string, number[] | null]>([
  ["12, 30, 18", [12, 30, 18]],
  ["12,30,18", [12, 30, 18]],
  ["12 30\t18", [12, 30, 18]],
  ["12;30;18", [12, 30, 18]],
  ["12\n30\n18", [12, 30, 18]],
  ["12,5; 30,1", [12.5, 30.1]],
  ["12,5 30,1", [12.5, 30.1]],
  ["1,250, 1,300", [1250, 1300]],
  ["[12, 30.5, -18]", [12, 30.5, -18]],
  ['["12,5", 3]', [12.5, 3]],
  ["١٢، ٣٠", [12, 30]],
  ["€12; 15%", [12, 15]],
  ["7", [7]],
  ["12, 30, 18, ", [12, 30, 18]],
  ["12,30,18,", [12, 30, 18]],
  ["12, 30,", [12, 30]],
  ["12,", [12]],
  ["12;30;", [12, 30]],
  ["12,5;", [12.5]],
  ["12,5; 30,1;\n", [12.5, 30.1]],
  ["12,5 30,1,", [12.5, 30.1]],
  ["١٢، ٣٠،", [12, 30]],
  ["[12, 30, 18,]", [12, 30, 18]],
  ["[12, 30 ,\n] ", [12, 30]],
  ["12,,", null],
  ["12;;", null],
  [",", null],
  [";", null],
  ["[,]", null],
  [", 12", null],
  ["", null],
  ["12, many", null],
  ["12,, 3", null],
  ["[1, null]", null],
  ["[1e999]", null],
  ["[1e300]", null],
  ["[[1]]", null],
  ["[1,", null],
  [Array(61).fill("1").join(" "), null],
])("%j holds %j", (text, numbers) => {
  expect(parseNumberList(text, "en-US")).toEqual(numbers);
});

test("decimals are read in the locale where a sign alone does not tell", () => {
  expect(parseNumberList("1.250; 3", "de-DE")).toEqual([1250, 3]);
  expect(parseNumberList("1.250; 3", "en-US")).toEqual([1.25, 3]);
});

test.each<[string, string[]]>([
  ["Jan, Feb", ["Jan", "Feb"]],
  ["Smith, Bob; Łucja", ["Smith, Bob", "Łucja"]],
  ['["a, b", 3]', ["a, b", "3"]],
  ["[draft", ["[draft"]],
  ['["Jan", "Feb",]', ["Jan", "Feb"]],
  ["Jan,,Mar", ["Jan", "", "Mar"]],
  ["  ", []],
])("%j names %j", (text, names) => {
  expect(parseTextList(text)).toEqual(names);
});

test("any text gives at most 60 finite numbers and short labels", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_VALUES));
  fc.assert(
    fc.property(text, (each) => {
      const numbers = parseNumberList(each, "en-US") ?? [0];
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(numbers.length).toBeLessThanOrEqual(60);
      const names = parseTextList(each);
      expect(names.length).toBeLessThanOrEqual(60);
      expect(Math.max(0, ...names.map(({ length }) => length))).toBeLessThanOrEqual(60);
    }),
  );
});

test("what was written as JSON is read back", () => {
  const numbers = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(numbers, (list) => {
      expect(parseNumberList(JSON.stringify(list), "de-DE")).toEqual(list.map((each) => each + 0));
      expect(parseNumberList(list.join(" "), "en-US")).toEqual(list.map((each) => each + 0));
    }),
  );
});
