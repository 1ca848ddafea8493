import { describe, expect, test } from "vitest";
import { DEFAULT_FORMAT, type Field } from "./field";
import { chooseRows, guessColumns, namesColumns } from "./sample-table";
import { valueProblem } from "./value-problem";

const field = (key: string, label = "", type: Field["type"] = "text"): Field => ({
  key,
  label,
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});
const fields = [
  field("first_name", "Given name"),
  field("company", "Organisation"),
  field("points", "Points", "number"),
  field("logo", "Logo", "image"),
];
const guessed = (...headers: string[]) =>
  guessColumns(headers, fields).map((column) =>
    column === null || column === "name" ? column : column.field,
  );

describe("headers", () => {
  test.each([
    [
      ["First Name", "COMPANY", "Points"],
      ["first_name", "company", "points"],
    ],
    [
      ["firstName", "organisation", "pts"],
      ["first_name", "company", null],
    ],
    [
      ["fname", "Company Name", "Row"],
      ["first_name", "company", "name"],
    ],
    [
      ["Vorname", "Firma", "Nachname"],
      ["first_name", "company", null],
    ],
    [
      ["Prénom", "logo url", ""],
      ["first_name", "logo", null],
    ],
    [
      ["given-name", "first_name", "First name"],
      ["first_name", null, null],
    ],
  ])("%j hold %j", (headers, columns) => {
    expect(guessed(...headers)).toEqual(columns);
  });

  test("a kind that two fields have tells neither", () => {
    const two = [field("sender_company_name"), field("employer"), field("business")];
    expect(guessColumns(["Company"], two)).toEqual([null]);
  });

  test("last words in common tell, where they tell something and one field alone", () => {
    const loyalty = [field("first_name"), field("loyalty_points"), field("start_date"), field("end_date")];
    expect(guessColumns(["points", "date"], loyalty)).toEqual([{ field: "loyalty_points" }, null]);
    expect(guessColumns(["Total loyalty points"], loyalty)).toEqual([{ field: "loyalty_points" }]);
    expect(guessColumns(["Product name"], [field("name")])).toEqual([null]);
    expect(guessColumns(["id"], [field("member_id")])).toEqual([null]);
    expect(guessColumns(["points", "loyalty_points"], loyalty)).toEqual([null, { field: "loyalty_points" }]);
  });

  test("a first row is a head when each of its cells names something", () => {
    expect(namesColumns(["First name", "Points", ""], fields)).toBe(true);
    expect(namesColumns(["First name", "1250"], fields)).toBe(false);
    expect(namesColumns(["", ""], fields)).toBe(false);
  });
});

test("too many rows: the first, or some from beginning to end", () => {
  const rows = Array.from({ length: 1000 }, (_, index) => index);
  expect(chooseRows(rows, 100, "first").at(-1)).toBe(99);
  const spread = chooseRows(rows, 100, "spread");
  expect([spread.length, new Set(spread).size, spread[0], spread.at(-1)]).toEqual([100, 100, 0, 999]);
  expect(chooseRows([1, 2], 100, "spread")).toEqual([1, 2]);
});

describe("a value's problem", () => {
  test("says what was expected, what came and what happens", () => {
    expect(valueProblem("twelve", field("points", "", "number"))).toBe(
      'Expected a number such as 1250 or 1,250.50, got "twelve". It counts as missing.',
    );
    expect(valueProblem("soon", field("until", "", "date"))).toMatch(/^Expected a date .* shown as it is/);
    expect(valueProblem("ftp://x", field("logo", "", "image"))).toMatch(/address of a picture/);
    for (const right of ["", " ", "1,250.50"])
      expect(valueProblem(right, field("points", "", "number"))).toBeNull();
    expect(valueProblem("2026-11-21", field("until", "", "date"))).toBeNull();
  });
});
