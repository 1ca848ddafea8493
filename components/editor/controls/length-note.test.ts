import { expect, test } from "vitest";
import { LIMITS } from "@/lib/template/limits";
import { lengthNote } from "./length-note";

test("a length is told near its limit alone", () => {
  expect(lengthNote("", 60)).toBeNull();
  expect(lengthNote("x".repeat(150), 200)).toBeNull();
  expect(lengthNote("x".repeat(151), 200)?.text).toBe("151 of 200 characters");
  expect(lengthNote("x".repeat(200), 200)?.text).toBe("200 of 200 characters");
});

test("wherever a field in braces does not fit any more the limit is told", () => {
  const longest = "{{}}".length + 40;
  for (const max of [LIMITS.numberText, LIMITS.alt, LIMITS.layerText]) {
    expect(lengthNote("x".repeat(max - longest + 1), max)).not.toBeNull();
  }
});

test.each([
  ["4 006381 33393", { most: 13, unit: "digits" }, "12 of 13 digits", false],
  ["4006381333931-23", { most: 13, unit: "digits" }, "15 of 13 digits: 2 too many", true],
  [`${"é".repeat(480)}{{code}}`, { most: 1000, unit: "bytes" }, "960 of 1000 bytes", false],
  ["x".repeat(81), { most: 80, unit: "characters" }, "81 of 80 characters: 1 too many", true],
] as const)("what a code holds is counted in its own unit: %s", (text, limit, said, isOver) => {
  expect(lengthNote(text, LIMITS.qrText, limit)).toEqual({ text: said, isOver });
});

test("a field counts for nothing before its value is there, but is stored as it stands", () => {
  expect(lengthNote("{{a_code_of_many_digits}}", 100, { most: 13, unit: "digits" })).toBeNull();
  expect(lengthNote(`{{code}}${"x".repeat(92)}`, 100, { most: 500, unit: "bytes" })?.text).toBe(
    "100 of 100 characters",
  );
});
