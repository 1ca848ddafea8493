import { expect, test } from "vitest";
import { readOutput } from "./read-output";

const NOTHING = { size: null, scale: 1, kilobytes: null };

test.each([
  ["", NOTHING],
  ["first_name=Ann", NOTHING],
  ["_size=story", { ...NOTHING, size: "story" }],
  ["_size=1080x1920&first_name=O'Neil", { ...NOTHING, size: "1080x1920" }],
  ["first_name=Ann&amp;_scale=2", { ...NOTHING, scale: 2 }],
  ["_scale=3&_kb=150", { ...NOTHING, scale: 3, kilobytes: 150 }],
  ["_scale=0", NOTHING],
  ["_scale=2.4", { ...NOTHING, scale: 2 }],
  ["_scale=40", { ...NOTHING, scale: 3 }],
  ["_kb=0", { ...NOTHING, kilobytes: 20 }],
  ["_kb=19.9", { ...NOTHING, kilobytes: 20 }],
  ["_kb=50.5", { ...NOTHING, kilobytes: 50 }],
  ["_kb=49", { ...NOTHING, kilobytes: 20 }],
  ["_kb=999999", { ...NOTHING, kilobytes: 2_000 }],
  ["_kb=159", { ...NOTHING, kilobytes: 150 }],
  ["_scale=1&_scale=2", { ...NOTHING, scale: 2 }],
])("%j is read", (query, expected) => {
  expect(readOutput(query)).toEqual(expected);
});

test.each([
  "_size=",
  "_size=%20",
  "_scale=__proto__",
  "_scale=toString",
  "_kb=-100",
  "_kb=1e3",
  "_kb=99999999999999999999",
  "_scale=2x",
  "_kb={{budget}}",
  "_other=2",
])("%j says nothing", (query) => {
  expect(readOutput(query)).toEqual(NOTHING);
});

test("all weights there are to ask for come to a few budgets, each no more than asked for", () => {
  const budgets = new Set<number | null>();
  for (let asked = 20; asked <= 12_000; asked += 1) {
    const { kilobytes } = readOutput(`_kb=${asked}`);
    expect(kilobytes).toBeLessThanOrEqual(asked);
    budgets.add(kilobytes);
  }
  expect(budgets.size).toBe(9);
});

test("a long name of a size is cut, for it stands in cache keys", () => {
  expect(readOutput(`_size=${"x".repeat(5_000)}`).size).toHaveLength(80);
});
