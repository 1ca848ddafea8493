import { expect, test } from "vitest";
import { pageSize } from "./paper";

const A4 = { width: 595.28, height: 841.89, paper: "A4" };
const LETTER = { width: 612, height: 792, paper: "Letter" };
const turned = ({ width, height, paper }: typeof A4) => ({ width: height, height: width, paper });

test.each([
  // At 72, 96, 150 and 300 dots an inch.
  [595, 842, A4],
  [794, 1123, A4],
  [1240, 1754, A4],
  [1754, 1240, turned(A4)],
  [2480, 3508, A4],
  [3508, 2480, turned(A4)],
  [612, 792, LETTER],
  [1275, 1650, LETTER],
  [1650, 1275, turned(LETTER)],
  [2550, 3300, LETTER],
])("%i × %i px is a sheet", (width, height, page) => {
  expect(pageSize({ width, height })).toEqual(page);
});

test.each([
  [1754, 1243],
  [1757, 1240],
  [1200, 628],
  [1080, 1080],
  [1080, 1350],
  // The sides of A4, and so small that a px more or less is as near.
  [100, 141],
])("%i × %i px is as large as it is in CSS", (width, height) => {
  expect(pageSize({ width, height })).toEqual({ width: width * 0.75, height: height * 0.75, paper: null });
});
