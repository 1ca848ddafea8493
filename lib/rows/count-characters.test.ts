import { expect, test } from "vitest";
import { countCharacters } from "./count-characters";

test("texts of a list count together, and the last that fits is one of them", () => {
  const count = countCharacters(10);
  count(["four", "three"]);
  count(["", "x"]);
  expect(() => count(["y"])).toThrow(
    "Expected a list whose cells have at most 10 characters together, got more. Leave out columns",
  );
});
