import { expect, test } from "vitest";
import { isGivenKey, keyFromName } from "./key-from-name";

test.each([
  ["First name", "first_name"],
  ["Straße & Nr.", "strasse_nr"],
  ["Łódź, district", "lodz_district"],
  ["Họ và tên", "ho_va_ten"],
  ["  2nd coupon  ", "nd_coupon"],
  ["Größe (XXL)", "grosse_xxl"],
  ["Имя", null],
  ["Name64", null],
  ["constructor", null],
  ["", null],
  ["The name of the company that the customer works for", "the_name_of_the_company_that_the_custome"],
])("%s becomes %s", (name, key) => {
  expect(keyFromName(name)).toBe(key);
});

test("only keys that were given are replaced", () => {
  expect(["field", "field_2", "fields", "first_name"].map(isGivenKey)).toEqual([true, true, false, false]);
});
