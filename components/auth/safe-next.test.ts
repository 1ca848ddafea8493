import { expect, test } from "vitest";
import { safeNext } from "./safe-next";

test.each([
  ["/acme", "/acme"],
  ["/acme/templates/tpl_1?x=1&y=%2F%2Fevil#z", "/acme/templates/tpl_1?x=1&y=%2F%2Fevil#z"],
  ["/Łódź", "/%C5%81%C3%B3d%C5%BA"],
])("%j is a place of ours", (next, path) => {
  expect(safeNext(next)).toBe(path);
});

test.each([
  undefined,
  "",
  "acme",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "https:evil.example",
  "https://evil.example",
  "https://here.invalid@evil.example",
  "http://here.invalid/acme",
  "javascript:alert(1)",
  "/./\\evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "data:text/html,x",
  "/sign-in",
  "/sign-in?next=/x",
  "/api/auth/signout",
  "//[",
])("%j is not", (next) => {
  expect(safeNext(next)).toBe("/home");
});

test("a parameter given twice is nobody's wish", () => {
  expect(safeNext(["/acme", "//evil.example"])).toBe("/home");
});
