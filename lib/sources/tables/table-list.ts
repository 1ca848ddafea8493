import type { RowInput } from "./table-input";

/** A list to fill a table with: what the reader of files gives, or rows that were sent. */
export type TableList = {
  /** Their names; whole after the last row, for long rows add some. */
  readonly columns: readonly string[];
  /** Cells by column; a row may have fewer than there are columns. To be read once. */
  rows: AsyncIterable<readonly string[]>;
  /** What was noticed while it was read, in sentences. */
  notes(): string[];
};

/** Rows that were sent as JSON, as a list: the columns are all names in them, in the order in which they come. */
export function listOfRows(rows: readonly RowInput[]): TableList {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  async function* cells(): AsyncGenerator<string[]> {
    for (const row of rows) yield columns.map((name) => (Object.hasOwn(row, name) ? (row[name] ?? "") : ""));
  }
  return { columns, rows: cells(), notes: () => [] };
}
