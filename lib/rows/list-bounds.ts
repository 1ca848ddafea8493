import { MOST_COLUMNS } from "./mapping";

/** What a list of rows may be at most; the sentences of the readers name these. */
export const LIST_BOUNDS = {
  /** Bytes of the file as it is sent. */
  bytes: 50 * 1024 * 1024,
  columns: MOST_COLUMNS,
  rows: 100_000,
  /** UTF-16 units of one row, or of one object, until it is no longer waited for its end. */
  row: 4 * 1024 * 1024,
  /** UTF-16 units of all cells together: what a packed file unpacks to is many times its bytes. */
  characters: 50 * 1024 * 1024,
} as const;
