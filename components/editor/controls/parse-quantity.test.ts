import { expect, test } from "vitest";
import { isRelative, parseQuantity } from "./parse-quantity";

test.each([
  ["120", 120],
  ["-12.5", -12.5],
  ["1,5", 1.5],
  ["64px", 64],
  ["64 PX", 64],
  ["45°", 45],
  ["45 deg", 45],
  ["100 + 20 * 2", 140],
  ["120*2", 240],
  ["120 x 2", 240],
  ["3×4", 12],
  ["9÷2", 4.5],
  ["(3 + 4) * -2", -14],
  ["*2", 20],
  ["/4", 2.5],
  ["+5", 15],
  ["−3", -3],
  ["50%", 5],
  ["150 % + 1", 16],
  ["+50%", 15],
  ["1in", 96],
  ["12pt", 16],
  ["2.54cm + 4", 100],
])("%s is read as %d", (text, value) => {
  expect(parseQuantity(text, 10)).toBeCloseTo(value, 10);
});

test("per cent is a unit where the field is measured in it", () => {
  expect(parseQuantity("50%", 10, "%")).toBe(50);
  expect(parseQuantity("50", 10, "%")).toBe(50);
  expect(parseQuantity("+5%", 10, "%")).toBe(15);
});

test.each(["", "  ", "abc", "1 2", "(1", "1/0", "2 +", "1;alert(1)", "--", ".", "12 elephants", "px", "%"])(
  "%s is no number",
  (text) => {
    expect(parseQuantity(text, 10)).toBeNull();
  },
);

test("an operator that no number begins with, and a share, change what is there", () => {
  expect(["+10", " *2", "/3", "×2", "50%"].filter((text) => isRelative(text))).toHaveLength(5);
  expect(["-10", "10", ""].filter((text) => isRelative(text))).toEqual([]);
  expect(["50%", "+5%"].map((text) => isRelative(text, "%"))).toEqual([false, true]);
});
