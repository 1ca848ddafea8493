import { expect, test } from "vitest";
import { malformed } from "./malformed-placeholder";
import { quoted } from "./short-text";

test.each([
  ["Łódź", '"Łódź"'],
  [" ", "nothing"],
  ["x".repeat(40), `"${"x".repeat(40)}"`],
  ["x".repeat(41), `"${"x".repeat(40)}…"`],
  [`${"x".repeat(39)}😀 and more`, `"${"x".repeat(39)}…"`],
])("%j is repeated as %s", (text, shown) => {
  expect(quoted(text)).toBe(shown);
});

test("messages about placeholders cut no character in half", () => {
  expect(malformed(`{{${"x".repeat(37)}😀}}`, "/text").message).not.toMatch(/\p{Cs}/u);
});
