import { z } from "zod";

/** How a table is asked. */
export const tableConfig = z.strictObject({
  /** The column, by name, whose value finds a row. */
  keyColumn: z.string(),
  /** Under which name that value stands in the address. */
  param: z.string().default("id"),
  /** `email`: the address may have the digest of an e-mail address in its place, as senders make it. */
  keyKind: z.enum(["plain", "email"]).default("plain"),
});
export type TableConfig = z.infer<typeof tableConfig>;
