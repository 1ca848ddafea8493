import { expect, test } from "vitest";
import { sheetAddress } from "./sheet-address";

const G = "https://docs.google.com/spreadsheets";

test.each([
  [`${G}/d/abc_-1/edit#gid=0`, `${G}/d/abc_-1/export?format=csv&gid=0`],
  [`${G}/d/abc/edit?gid=42#gid=42`, `${G}/d/abc/export?format=csv&gid=42`],
  [`${G}/d/abc/edit?usp=sharing`, `${G}/d/abc/export?format=csv`],
  [`${G}/d/abc`, `${G}/d/abc/export?format=csv`],
  [`${G}/u/1/d/abc/edit`, `${G}/d/abc/export?format=csv`],
  [`${G}/d/e/2PACX-1v/pubhtml`, `${G}/d/e/2PACX-1v/pub?output=csv`],
  [
    `${G}/d/e/2PACX-1v/pub?gid=7&single=true&output=csv`,
    `${G}/d/e/2PACX-1v/pub?output=csv&gid=7&single=true`,
  ],
  [" https://example.com/list.csv?x=1 ", "https://example.com/list.csv?x=1"],
])("%s", (written, address) => {
  expect(sheetAddress(written)).toBe(address);
});

test.each([
  "",
  "a sheet",
  "ftp://example.com/a.csv",
  "file:///etc/passwd",
  "javascript:alert(1)",
  `${G}/`,
  "https://docs.google.com/document/d/abc/edit",
])("%j is told", (written) => {
  expect(() => sheetAddress(written)).toThrow(/^Expected the address/);
});
