import { z } from "zod";
import { fieldKey } from "@/lib/template/primitives";
import { cleanUp } from "./clean-up";
import { LIST_BOUNDS } from "./list-bounds";

/** What can be wrong with a cell of a row, or with the row, from what spoils a picture to what is a blemish. */
export const ROW_PROBLEMS = [
  /** A picture by address did not load. */
  "picture",
  /** A text does not fit into its layer. */
  "too_long",
  /** No value of the field's type: it counts as missing. */
  "type",
  /** A merge tag that was never filled: it counts as missing. */
  "tag",
  "blank",
  "email",
  /** Unlike nearly all of its column: no date among dates, no number among numbers, no address among addresses. */
  "unlike",
  /** The same row, or the same e-mail address, but for case, accents, spaces and punctuation. */
  "duplicate_row",
  "duplicate_email",
  /** A name in capitals, or in small letters. */
  "upper",
  "lower",
  "spaces",
] as const;
export type RowProblemKind = (typeof ROW_PROBLEMS)[number];

const column = z
  .number()
  .int()
  .min(0)
  .max(LIST_BOUNDS.columns - 1);
const row = z.number().int().min(1).max(LIST_BOUNDS.rows);
const count = z.number().int().min(0);

export const rowProblem = z.strictObject({
  kind: z.enum(ROW_PROBLEMS),
  /** From 0; null: the whole row. */
  column: column.nullable(),
  /** The first row that is the same; absent where the problem is none of duplicates. */
  of: row.optional(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const checkReport = z.strictObject({
  /** Rows that were checked; those left out are none. */
  rows: count,
  rowsWithProblems: count,
  problems: z.array(
    z.strictObject({
      kind: z.enum(ROW_PROBLEMS),
      column: column.nullable(),
      count,
      /** Not all rows were tried, so there may be more. */
      sampled: z.boolean(),
      /** The first rows that have it. */
      rows: z.array(row),
    }),
  ),
  /** The rows with the gravest problems, worst first. */
  worst: z.array(z.strictObject({ row, problems: z.array(rowProblem) })),
  /** What would mend how many cells, most first. */
  cleanUps: z.array(cleanUp.extend({ cells: count })),
  /** Fields that no column holds. */
  unmapped: z.array(fieldKey),
});
export type CheckReport = z.infer<typeof checkReport>;
