import { expect, test } from "vitest";
import { namesTag } from "./names-tag";

test.each(['"abc"', 'W/"abc"', '"x", W/"abc" ,"y"', "*"])("%s names it", (header) => {
  expect(namesTag(header, "abc")).toBe(true);
});

test.each([null, "", "abc", '"ab"', '"abcd"', "W/abc"])("%s does not name it", (header) => {
  expect(namesTag(header, "abc")).toBe(false);
});
