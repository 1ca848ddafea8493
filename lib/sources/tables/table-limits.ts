/** What a table holds at most. */
export const TABLE_LIMITS = {
  rows: 500_000,
  /** UTF-16 units of the cells of one row. */
  row: 100_000,
  /** Bytes of all rows as they are stored. */
  bytes: 1_000_000_000,
  /** Rows that are sent as JSON in one request. */
  sent: 10_000,
} as const;
