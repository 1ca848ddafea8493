import { expect, test } from "vitest";
import { sizeProblem } from "./size-problem";

test.each([
  ["1200", "628"],
  ["1", "1"],
  [" 4096 ", "4096"],
])("%j by %j is a canvas", (width, height) => {
  expect(sizeProblem(width, height)).toBeNull();
});

test.each([
  ["", "600", "width"],
  ["0", "600", "width"],
  ["1e3", "600", "width"],
  ["12.5", "600", "width"],
  ["-5", "600", "width"],
  ["1200", "4097", "height"],
  ["1200", "abc", "height"],
])("%j by %j: wrong at the %s", (width, height, side) => {
  expect(sizeProblem(width, height)?.side).toBe(side);
});
