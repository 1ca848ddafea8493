import { expect, test } from "vitest";
import { csvRow } from "./csv-row";

test.each([
  ["Łódź", "Łódź"],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["one\r\ntwo", '"one\r\ntwo"'],
  ["", ""],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", `"'\r=1"`],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠SUM", "'＠SUM"],
  ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
  ["a=1", "a=1"],
  ["'=1", "'=1"],
])("%j is written %j", (cell, written) => {
  expect(csvRow([cell])).toBe(`${written}\r\n`);
});

test("for programs a cell is what it is", () => {
  expect(csvRow(["=1+1", "-2", "a,b"], { raw: true })).toBe('=1+1,-2,"a,b"\r\n');
});
