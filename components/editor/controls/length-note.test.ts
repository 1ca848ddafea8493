import { expect, test } from "vitest";
import { LIMITS } from "@/lib/template/limits";
import { lengthNote } from "./length-note";

test("a length is told near its limit alone", () => {
  expect(lengthNote("", 60)).toBeNull();
  expect(lengthNote("x".repeat(150), 200)).toBeNull();
  expect(lengthNote("x".repeat(151), 200)).toBe("151 of 200 characters");
  expect(lengthNote("x".repeat(200), 200)).toBe("200 of 200 characters");
});

test("wherever a field in braces does not fit any more the limit is told", () => {
  const longest = "{{}}".length + 40;
  for (const max of [LIMITS.numberText, LIMITS.alt, LIMITS.layerText]) {
    expect(lengthNote("x".repeat(max - longest + 1), max)).not.toBeNull();
  }
});
