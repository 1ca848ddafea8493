import { expect, test } from "vitest";
import { copyName } from "./duplicate-template";

test.each([
  ["Spring sale", "Spring sale copy"],
  ["Spring sale copy", "Spring sale copy 2"],
  ["Spring sale copy 2", "Spring sale copy 3"],
  ["Spring sale copy 9999", "Spring sale copy 10000"],
  ["copy", "copy copy"],
  ["Photocopy", "Photocopy copy"],
  ["Щёголева {{first_name}}", "Щёголева {{first_name}} copy"],
])("a copy of %j is %j", (name, copy) => {
  expect(copyName(name)).toBe(copy);
});

test("a copy's name fits where names fit", () => {
  expect([...copyName("ễ".repeat(120))]).toHaveLength(120);
});
