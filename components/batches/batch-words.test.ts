import { expect, test } from "vitest";
import { columnName, many, percentDone, rate, sourceWords, timeLeft } from "./batch-words";

test.each([
  [0, "a moment left"],
  [4.9, "a moment left"],
  [5, "about 10 s left"],
  [41, "about 50 s left"],
  [55, "about 1 min left"],
  [150, "about 3 min left"],
  [3540, "about 59 min left"],
  [3600, "about 1 h left"],
  [4800, "about 1 h 20 min left"],
  [7140, "about 2 h left"],
])("%d seconds: %s", (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});

test.each([
  [0.26, "0.3 rows a second"],
  [9.96, "10.0 rows a second"],
  [74.4, "74 rows a second"],
  [1234.5, "1,235 rows a second"],
])("%d: %s", (value, words) => {
  expect(rate(value)).toBe(words);
});

test("the bar is full only when every row is settled", () => {
  expect(percentDone({ rows: 0, leftOut: 0, made: 0, failed: 0 })).toBe(0);
  expect(percentDone({ rows: 10_010, leftOut: 10, made: 9_998, failed: 1 })).toBe(99);
  expect(percentDone({ rows: 10_010, leftOut: 10, made: 9_998, failed: 2 })).toBe(100);
});

test("what was detected is told in words", () => {
  const source = { kind: "file", name: "a.csv", format: "csv", encoding: "utf-8", notes: [] } as const;
  expect(sourceWords({ ...source, notes: [], delimiter: ";" })).toBe(
    "Text table · UTF-8 · columns end with semicolons",
  );
  expect(sourceWords({ ...source, notes: [], format: "xlsx", encoding: null, delimiter: null })).toBe(
    "Excel workbook",
  );
  expect(columnName(["", " Name "], 0)).toBe("Column 1");
  expect(columnName(["", " Name "], 1)).toBe("Name");
  expect(many(1, "row")).toBe("1 row");
  expect(many(12_480, "row")).toBe("12,480 rows");
});
