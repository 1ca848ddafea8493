import { expect, test } from "vitest";
import { newPassword } from "./password-rule";

test.each([
  "correct horse battery staple",
  "  spaces at both ends  ",
  "Щёголева-и-кот",
  "nguyễn nguyễn 7",
  "x".repeat(64) + "Łódź".repeat(16),
])("%j is taken exactly as given", (password) => {
  expect(newPassword.parse(password)).toBe(password);
});

test.each([
  ["", "at least 8"],
  ["short", "at least 8"],
  ["👩‍🚀", "at least 8"],
  ["x".repeat(129), "at most 128"],
  ["password", "attackers try first"],
  ["PassWord", "attackers try first"],
  ["1234567890", "attackers try first"],
  ["Nameplate123!", "attackers try first"],
])("%j is refused: %s", (password, sentence) => {
  const result = newPassword.safeParse(password);
  expect(result.error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining(sentence)]);
});
