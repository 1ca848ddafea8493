import { expect, test } from "vitest";
import { DEFAULT_FORMAT, type Field, type FieldType } from "@/lib/template/field";
import { type CheckReport, checkReport } from "./check-report";
import { type CheckAids, RowChecker } from "./check-rows";
import type { CleanUp } from "./clean-up";

const field = (key: string, type: FieldType = "text", format: Partial<Field["format"]> = {}): Field => ({
  key,
  label: key,
  type,
  fallback: "",
  format: { ...DEFAULT_FORMAT, ...format },
});

async function checked(
  fields: Field[],
  rows: string[][],
  {
    cleanUps = [],
    columns = fields.map(({ key }) => key),
    ...aids
  }: CheckAids & { cleanUps?: CleanUp[]; columns?: string[] } = {},
): Promise<CheckReport> {
  const mapping = Object.fromEntries(
    fields.map(({ key }): [string, number | null] => [
      key,
      columns.includes(key) ? columns.indexOf(key) : null,
    ]),
  );
  const checker = new RowChecker({ columns, fields, mapping, cleanUps });
  for (const [index, cells] of rows.entries()) checker.add(index + 1, cells);
  return checkReport.parse(await checker.finish(aids));
}

/** Problems as `kind column: rows`. */
const told = ({ problems }: CheckReport) =>
  problems.map(({ kind, column, rows }) => `${kind} ${column}: ${rows.join(",")}`);

const NAME = field("first_name");

test.each<[string, Field, string[], string[]]>([
  ["blank cells", NAME, ["Ann", "", " \u200b", "Bob"], ["blank 0: 2,3"]],
  ["tags that were never filled", NAME, ["{{first_name}}", "*|FNAME|*", "Ann"], ["tag 0: 1,2"]],
  [
    "names in capitals and in small letters",
    NAME,
    ["ANN", "bob", "McKinsey", "李", "J"],
    ["upper 0: 1", "lower 0: 2"],
  ],
  ["capitals that a company has for a name", field("company"), ["IBM", "ACME WORKS", "ebay"], ["upper 0: 2"]],
  ["words in capitals", field("headline"), ["SALE", "sale"], []],
  ["capitals that the field itself mends", field("first_name", "text", { case: "name" }), ["ANN", "bob"], []],
  ["stray spaces", NAME, [" Ann", "Bob ", "Eva  Lu", "Cem\u00a0 Ö", "Dan B"], ["spaces 0: 1,2,3,4"]],
  ["numbers", field("points", "number"), ["5", "1,250.50 €", "many"], ["type 0: 3"]],
  ["dates", field("day", "date"), ["2026-11-21", "21 Nov 2026", "soon"], ["type 0: 3"]],
  [
    "addresses",
    field("link", "url"),
    ["example.com", "https://a.example/b", "javascript:alert(1)", "a b"],
    ["type 0: 3,4"],
  ],
  ["pictures", field("photo", "image"), ["https://a.example/b.png", "photo of Ann"], ["type 0: 2"]],
  ["colours and answers", field("ok", "boolean"), ["yes", "No", "perhaps"], ["type 0: 3"]],
  [
    "e-mail addresses",
    field("email"),
    ["ann@example.com", "ann@", "a b@example.com", "zoë@exämple.de", "x@y"],
    ["email 0: 2,3,5"],
  ],
  [
    "texts unlike a column of dates",
    field("due_date"),
    [...Array<string>(9).fill("2026-11-21"), "tomorrow"],
    ["unlike 0: 10"],
  ],
  ["a column that is about something else", field("due_date"), ["tomorrow", "2026-11-21", "on Monday"], []],
])("%s", async (_, of, cells, problems) => {
  // Rows differ elsewhere, so that none is the same as another.
  const rows = cells.map((cell, index) => [cell, `row ${index}`]);
  expect(told(await checked([of], rows, { columns: [of.key, "note"] }))).toEqual(problems);
});

test("rows and e-mail addresses that look alike", async () => {
  const report = await checked(
    [NAME],
    [
      ["Zoë", "zoe@example.com", "x"],
      ["ZOE ", "Zoe@Example.com", "X."],
      ["Zoe", "zoe@example.com", "other"],
      ["", "", ""],
      ["", "", ""],
    ],
    { columns: ["first_name", "E-mail", "note"] },
  );
  expect(told(report).filter((line) => line.startsWith("dup"))).toEqual([
    "duplicate_row null: 2",
    "duplicate_email 1: 2,3",
  ]);
  expect(report.worst.flatMap(({ problems }) => problems).filter(({ of }) => of !== undefined)).toHaveLength(
    3,
  );
  expect(
    report.worst.flatMap(({ problems }) => problems).every(({ of }) => of === undefined || of === 1),
  ).toBe(true);
});

test("clean-ups are done before the check, and those that would help are offered with the cells that they mend", async () => {
  const rows = [["ANN LEE"], [" bob"], ["Eva"], ["CEM"]];
  const before = await checked([NAME], rows);
  expect(before.cleanUps).toEqual([
    { column: 0, kind: "name", cells: 3 },
    { column: 0, kind: "spaces", cells: 1 },
    { column: 0, kind: "first_word", cells: 1 },
  ]);
  const after = await checked([NAME], rows, {
    cleanUps: [
      { column: 0, kind: "spaces" },
      { column: 0, kind: "name" },
      { column: 0, kind: "first_word" },
    ],
  });
  expect(after).toMatchObject({ problems: [], cleanUps: [], rowsWithProblems: 0, rows: 4 });
});

test("fields without a column are named, and their cells are not blank", async () => {
  const report = await checked([NAME, field("city")], [["Ann"]], { columns: ["first_name"] });
  expect(report).toMatchObject({ unmapped: ["city"], problems: [] });
});

test("the worst rows come first, twelve of them", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => [
    index === 20 ? "" : index === 25 ? "{{x}}" : ` A${index}`,
    `${index}`,
  ]);
  const { worst, rowsWithProblems } = await checked([NAME], rows, { columns: ["first_name", "note"] });
  expect(rowsWithProblems).toBe(30);
  expect(worst.map(({ row }) => row)).toEqual([26, 21, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("only the longest texts are tried, down to those that fit", async () => {
  const tried: number[] = [];
  const rows = Array.from({ length: 5000 }, (_, index) => [`A${"b".repeat(index % 100)}${index}`]);
  const report = await checked([NAME], rows, {
    overflows: ({ first_name = "" }) => {
      tried.push(first_name.length);
      return first_name.length > 103 ? ["first_name"] : [];
    },
  });
  expect(tried.length).toBeLessThan(30);
  expect(Math.max(...tried)).toBe(104);
  const found = report.problems.find(({ kind }) => kind === "too_long");
  expect(found).toMatchObject({ column: 0, sampled: true, count: 24 });
  expect(report.worst[0]?.problems).toContainEqual({ kind: "too_long", column: 0 });
  expect(report.rowsWithProblems).toBe(24);
});

test("pictures are asked for once each, some of them where there are many", async () => {
  const asked: string[] = [];
  const rows = Array.from({ length: 3000 }, (_, index) => [
    `https://a.example/${index % 500}.png`,
    `${index}`,
  ]);
  const report = await checked([field("photo", "image")], rows, {
    columns: ["photo", "note"],
    loads: (address) => {
      asked.push(address);
      return Promise.resolve(!address.endsWith("7.png"));
    },
  });
  expect(asked.length).toBe(40);
  expect(new Set(asked).size).toBe(40);
  const lost = report.problems.find(({ kind }) => kind === "picture");
  expect(lost?.sampled).toBe(true);
  expect(lost?.rows.every((row) => (row - 1) % 10 === 7)).toBe(true);
});

test("what is wrong with one row is the same as in the report", () => {
  const fields = [NAME, field("points", "number")];
  const checker = new RowChecker({
    columns: ["first_name", "points"],
    fields,
    mapping: { first_name: 0, points: 1 },
    cleanUps: [{ column: 0, kind: "name" }],
  });
  expect(checker.problemsOf(["ANN", "many"])).toEqual([{ kind: "type", column: 1 }]);
  expect(checker.problemsOf([])).toEqual([
    { kind: "blank", column: 0 },
    { kind: "blank", column: 1 },
  ]);
});
