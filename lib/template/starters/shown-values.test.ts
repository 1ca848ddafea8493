import { expect, test } from "vitest";
import { samples } from "./build";
import { NO_VALUES, shownValues } from "./shown-values";
import { STARTERS } from "./starters";

const [known] = STARTERS;
if (!known) throw new Error("there are no starters");
const DOCUMENT = {
  ...known.document,
  samples: samples(
    ["first_name", "full_name", "points"],
    ["Maria", "Maria", "Maria Silva", "250"],
    ["Nobody", "", "", "12"],
  ),
};

test("the first row, another row, no row, and one that is not there", () => {
  expect(shownValues(DOCUMENT, {})).toEqual({ first_name: "Maria", full_name: "Maria Silva", points: "250" });
  expect(shownValues(DOCUMENT, { row: "row2" })).toMatchObject({ points: "12" });
  expect(shownValues(DOCUMENT, { row: NO_VALUES, name: "Anna" })).toEqual({});
  expect(shownValues(DOCUMENT, { row: "row9" })).toBeUndefined();
});

test("the visitor's name stands where a row has one: its first word for a first name", () => {
  expect(shownValues(DOCUMENT, { name: " Anna Nguyễn " })).toEqual({
    first_name: "Anna",
    full_name: "Anna Nguyễn",
    points: "250",
  });
  expect(shownValues(DOCUMENT, { name: "   " })).toMatchObject({ first_name: "Maria" });
  expect(shownValues(DOCUMENT, { row: "row2", name: "Anna" })).toMatchObject({
    first_name: "",
    full_name: "",
  });
});

test("most starters greet the visitor by name", () => {
  const greeting = STARTERS.filter(({ document }) =>
    Object.values(shownValues(document, { name: "Zoë" }) ?? {}).includes("Zoë"),
  );
  expect(greeting.length).toBeGreaterThanOrEqual(16);
});
