import { expect, test } from "vitest";
import { parseQuantity } from "./parse-quantity";

test.each([
  ["120", 120],
  ["-12.5", -12.5],
  ["1,5", 1.5],
  ["64px", 64],
  ["45°", 45],
  ["100 + 20 * 2", 140],
  ["(3 + 4) * -2", -14],
  ["*2", 20],
  ["/4", 2.5],
  ["+5", 15],
  ["−3", -3],
])("%s is read as %d", (text, value) => {
  expect(parseQuantity(text, 10)).toBe(value);
});

test.each(["", "  ", "abc", "1 2", "(1", "1/0", "2 +", "1;alert(1)", "--", "."])(
  "%s is no number",
  (text) => {
    expect(parseQuantity(text, 10)).toBeNull();
  },
);
