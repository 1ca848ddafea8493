import { z } from "zod";
import { MOST_COLUMNS } from "@/lib/rows/mapping";
import { LARGEST_INTEGER } from "@/lib/server/largest-integer";
import { fieldKey } from "@/lib/template/primitives";
import { sourceName } from "../manage-sources";
import { TABLE_LIMITS } from "./table-limits";

export const KEY_KINDS = ["plain", "email"] as const;

const columnName = z.string().min(1).max(200);

const cell = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? "" : String(value)))
  .pipe(
    z
      .string()
      .max(TABLE_LIMITS.row)
      .refine((text) => !text.includes("\0"), "There is a character in it that no text has."),
  );

/** Values of a row by the names of their columns. */
export const rowInput = z
  .record(columnName, cell)
  .refine((row) => Object.keys(row).length <= MOST_COLUMNS, `A table has at most ${MOST_COLUMNS} columns.`);
export type RowInput = z.infer<typeof rowInput>;

export const rowsInput = z
  .array(rowInput)
  .min(1, "Send at least one row.")
  .max(
    TABLE_LIMITS.sent,
    `Send at most ${TABLE_LIMITS.sent.toLocaleString("en")} rows at a time; a file may have more.`,
  );

export const keyColumnInput = columnName.describe("The column whose value finds a row.");
export const paramInput = fieldKey.describe("Under which name that value stands in addresses.");
export const keyKindInput = z
  .enum(KEY_KINDS)
  .describe(
    "`plain`: as it is. `email`: an address may have the MD5, SHA-1 or SHA-256 digest of the e-mail address in its place.",
  );

/** What is said of a list when it is uploaded, beside its rows. */
export const tableOptions = z.strictObject({
  keyColumn: keyColumnInput,
  param: paramInput.default("id"),
  keyKind: keyKindInput.default("plain"),
});
export type TableOptions = z.infer<typeof tableOptions>;

export const createTableQuery = tableOptions.extend({ name: sourceName });

export const createTableInput = createTableQuery.extend({ rows: rowsInput });

/** What can be changed without another list. */
export const changeTableInput = z.strictObject({ param: paramInput });

/** What may be other with another list; left out: as it is. */
export const refillQuery = z.strictObject({
  keyColumn: keyColumnInput.optional(),
  keyKind: keyKindInput.optional(),
});

export const showFillingInput = z.strictObject({
  /** The list that it was compared with. */
  over: z.number().int().min(0).optional(),
});

/** What finds a row. Judged where it is used, with a sentence. */
const rowKey = z.string().max(10_000);

export const rowKeyInput = z.strictObject({ key: rowKey });
export const putRowInput = z.strictObject({ key: rowKey, values: rowInput, was: rowKey.optional() });

export const rowsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(LARGEST_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
