import Papa from "papaparse";
import { SourceFault } from "./source-fault";

/** A sheet with a line of names above its rows, of which some may have fewer cells. */
export type Sheet = { columns: string[]; rows: string[][] };

/** Most rows that are read; a list that is longer is a table to be uploaded. */
export const SHEET_ROWS = 20_000;
const COLUMNS = 200;

/** Reads comma-separated values as spreadsheets publish them. @throws SourceFault `not_csv` */
export function readSheet(text: string): Sheet {
  // A page that wants somebody to sign in, or says that the sheet is not published.
  if (/^\s*(?:<|$)/.test(text)) throw new SourceFault("not_csv");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy", preview: SHEET_ROWS + 1 });
  const [names = [], ...rows] = data;
  const columns = names.slice(0, COLUMNS).map((name) => name.trim());
  if (!columns.some((name) => name !== "")) throw new SourceFault("not_csv");
  // A row that is shorter is left so: a sheet of many columns and little in them would take a hundred times its size.
  return { columns, rows: rows.map((cells) => cells.slice(0, columns.length)) };
}

/** A row as an object, as pointers find values in it; of two columns of one name, the first. */
export function rowObject(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const named = new Map<string, string>();
  columns.forEach((name, index) => {
    if (name !== "" && !named.has(name)) named.set(name, cells[index] ?? "");
  });
  return Object.fromEntries(named);
}

/** What a row is found by: spaces around it and its case are nothing. */
export function rowKey(value: string): string {
  return value.normalize("NFC").trim().toLowerCase();
}
