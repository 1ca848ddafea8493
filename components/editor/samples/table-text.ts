import Papa from "papaparse";
import type { Field } from "@/lib/template/field";
import type { SampleRow } from "@/lib/template/schema";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type Table = { cells: string[][]; delimiter: Delimiter };

/**
 * Reads a table of text: RFC 4180 quoting, the delimiter guessed unless given, rows without any text left out. A first
 * line `sep=;`, which Excel writes, says the delimiter.
 */
export function readTable(text: string, delimiter?: Delimiter): Table {
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text.replace(/^\ufeff/, "");
  const given = delimiter ?? DELIMITERS.find((each) => each === told?.[1]);
  const { data, meta } = Papa.parse<string[]>(body, {
    delimiter: given ?? "",
    delimitersToGuess: [...DELIMITERS],
    skipEmptyLines: "greedy",
  });
  return { cells: data, delimiter: DELIMITERS.find((each) => each === meta.delimiter) ?? "," };
}

/** Cells as a spreadsheet copies them. A single cell stays as it is, whatever stands in it. */
export function readCopied(text: string): string[][] {
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(body)) return [[body]];
  return Papa.parse<string[]>(body, { delimiter: "\t", newline: "\n" }).data;
}

/** Cells as spreadsheets take them from the clipboard. */
export function writeCopied(cells: readonly (readonly string[])[]): string {
  return Papa.unparse(
    cells.map((row) => [...row]),
    { delimiter: "\t", newline: "\n", quotes: false },
  );
}

/** Texts that a spreadsheet would run as a formula; a number with a sign is none. */
const FORMULA = /^(?![+-]?[\d.,\s]+%?$)[=+\-@\t\r]/;

/** The first column of an exported file. */
const NAME_COLUMN = "Row";

/**
 * The sample rows as CSV for spreadsheets: UTF-8 with a byte order mark, fields by key. What a spreadsheet would run
 * is written with an apostrophe in front, which it takes for text.
 */
export function writeCsv(samples: readonly SampleRow[], fields: readonly Pick<Field, "key">[]): string {
  const head = [NAME_COLUMN, ...fields.map(({ key }) => key)];
  const rows = samples.map(({ name, values }) => [name, ...fields.map(({ key }) => values[key] ?? "")]);
  return `\ufeff${Papa.unparse([head, ...rows], { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}

/** The value of a cell of a file without the apostrophe that kept it from being a formula. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
