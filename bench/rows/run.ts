// Reads and checks 100,000 rows of six columns, and says how long that took and how much memory it held.

import { RowChecker } from "../../lib/rows/check-rows";
import { guessMapping } from "../../lib/rows/mapping";
import { readRows } from "../../lib/rows/read-rows";
import { DEFAULT_FORMAT, type Field, type FieldType } from "../../lib/template/field";
import { keepResults } from "../results";
import { peopleCsv } from "./people";

const ROWS = 100_000;
/** Seconds, and megabytes more than before: what is slower or holds more fails. */
const MOST = { seconds: 30, megabytes: 200 };

const field = (key: string, type: FieldType = "text"): Field => ({
  key,
  label: key,
  type,
  fallback: "there",
  format: DEFAULT_FORMAT,
});
const FIELDS = [
  field("first_name"),
  field("last_name"),
  field("company"),
  field("email"),
  field("points", "number"),
  field("photo", "image"),
];

const memory = () => process.memoryUsage().rss / 1024 / 1024;
const before = memory();
let peak = before;
const from = performance.now();
const list = await readRows(peopleCsv(ROWS), { fields: FIELDS });
const mapping = guessMapping(list.columns, FIELDS);
const checker = new RowChecker({ columns: list.columns, fields: FIELDS, mapping, cleanUps: [] });
let row = 0;
for await (const cells of list.rows) {
  row += 1;
  checker.add(row, cells);
  if (row % 5000 === 0) peak = Math.max(peak, memory());
}
const report = await checker.finish();
const figures = {
  rows: report.rows,
  seconds: Math.round(performance.now() - from) / 1000,
  megabytesBefore: Math.round(before),
  megabytesMore: Math.round(Math.max(peak, memory()) - before),
  rowsWithProblems: report.rowsWithProblems,
};
console.log(`rows: ${figures.rows.toLocaleString("en")} rows of ${FIELDS.length} columns read and checked`);
console.log(
  `  ${figures.seconds.toFixed(1)} s, ${figures.megabytesMore} MB more at the peak than ${figures.megabytesBefore} MB before`,
);
for (const { kind, column, count } of report.problems)
  console.log(`  ${kind} ${column === null ? "" : list.columns[column]}: ${count}`);
keepResults("rows", figures);
if (figures.seconds > MOST.seconds || figures.megabytesMore > MOST.megabytes) process.exitCode = 1;
