import { expect, test } from "vitest";
import { asLook, isLook } from "./look-param";

test.each([
  ["https://p.example/i/a.png", "https://p.example/i/a.png?_look=1"],
  ["https://p.example/i/a.png?x=1", "https://p.example/i/a.png?x=1&_look=1"],
])("%s is looked at by %s", (url, look) => {
  expect(asLook(url)).toBe(look);
  expect(isLook(look.split("?")[1] ?? "")).toBe(true);
  expect(isLook(url.split("?")[1] ?? "")).toBe(false);
});

test("a value that holds the words is none", () => {
  expect(isLook("name=_look=1&note=%26_look=1")).toBe(false);
});
