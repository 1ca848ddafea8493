import { z } from "zod";

/** How a table is asked. */
export const tableConfig = z.strictObject({
  /** The column, by name, whose value finds a row. */
  keyColumn: z.string(),
  /** Under which name that value stands in the address. */
  param: z.string().default("id"),
});
export type TableConfig = z.infer<typeof tableConfig>;
