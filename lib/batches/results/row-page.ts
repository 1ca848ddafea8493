import { z } from "zod";

/** A page of rows: the cursor is the number of its first. */
export const rowPage = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,7}$/, "Take the cursor from the answer before, unchanged.")
    .transform(Number)
    .optional()
    .describe("`nextCursor` of the page before."),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** The cursor of the page that begins with a row. */
export function rowCursor(row: number | null): string | null {
  return row === null ? null : String(row);
}
