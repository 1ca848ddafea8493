import { expect, test } from "vitest";
import { stillRuns } from "./still-runs";

const stage = { x: 0, y: 0, width: 800, height: 600 };
const box = (x: number, y: number, width = 40, height = 30) => ({ x, y, width, height });
const row = (count: number) => Array.from({ length: count }, (_, index) => box(index * 50, 10));

test("what stands still beside each other is one sheet, on either side of what moves", () => {
  const boxes = [...row(3), null, ...row(4)];
  expect(stillRuns(boxes, stage)).toEqual([
    { first: 0, last: 2, area: { x: 0, y: 10, width: 140, height: 30 } },
    { first: 4, last: 7, area: { x: 0, y: 10, width: 190, height: 30 } },
  ]);
});

test("one alone, and two far apart, are drawn as they are; many are worth a sheet wherever they lie", () => {
  expect(stillRuns([null, box(0, 0), null], stage)).toEqual([]);
  expect(stillRuns([box(0, 0), box(700, 500)], stage)).toEqual([]);
  const scattered = Array.from({ length: 24 }, (_, index) => box((index * 331) % 760, (index * 173) % 560));
  expect(stillRuns(scattered, stage)).toHaveLength(1);
});

test("a sheet is never larger than the stage, and what is out of sight needs none", () => {
  expect(stillRuns([box(-500, -500, 4000, 4000), box(-900, 0, 5000, 900)], stage)).toEqual([
    { first: 0, last: 1, area: stage },
  ]);
  expect(stillRuns([box(-500, 0), box(900, 0)], stage)).toEqual([]);
});
