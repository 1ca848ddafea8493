import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Nguyễn Thị Hoa", "NH"],
  ["o'neil", "O"],
  ["Łódź Studio", "ŁS"],
  ["Щёголева", "Щ"],
  ["Demo’s workspace", "DW"],
  ["é́lan", "É́"],
  ["  ", "·"],
  ["🦊 !!", "·"],
  ["{{first_name}}", "F"],
])("%j: %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
