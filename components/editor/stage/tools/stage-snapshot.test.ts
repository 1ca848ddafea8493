import { expect, test } from "vitest";
import { hexOf } from "./stage-snapshot";

test.each([
  [[255, 0, 16, 255], "#ff0010"],
  [[255, 0, 16, 128], "#ff001080"],
  [[255, 0, 16, 0], null],
])("pixels %j are %j", (pixel, color) => {
  expect(hexOf(Uint8ClampedArray.from([9, 9, 9, 9, ...pixel]), 4)).toBe(color);
});
