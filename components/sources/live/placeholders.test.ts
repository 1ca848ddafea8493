import { expect, test } from "vitest";
import { nameFor } from "./name-for";
import { paramsIn, partsOf, secretsIn } from "./placeholders";
import { RECIPES } from "./recipes";

test("placeholders are told apart from text and from secrets, each named once", () => {
  expect(partsOf("a{{id}}b{{ secret:key }}")).toEqual([
    { text: "a" },
    { name: "id", secret: false },
    { text: "b" },
    { name: "key", secret: true },
  ]);
  const asked = {
    address: "https://a/{{id}}/{{id}}?k={{secret:key}}",
    headers: [{ value: "Bearer {{secret:token}} {{secret:key}}" }],
    row: { param: "mail" },
  };
  expect([paramsIn(asked), secretsIn(asked)]).toEqual([
    ["id", "mail"],
    ["key", "token"],
  ]);
  expect(partsOf("{{ID}} {id} {{}}")).toEqual([{ text: "{{ID}} {id} {{}}" }]);
});

test("a value that is chosen in an answer gets a name that is not taken", () => {
  expect(nameFor("/customer/first_name", [])).toBe("first_name");
  expect(nameFor("/items/0", [])).toBe("items 0");
  expect(nameFor("/a~1b", ["a/b"])).toBe("a/b 2");
  expect(nameFor("/constructor", [])).toBe("constructor value");
});

test("recipes have names of their own", () => {
  expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length);
});
