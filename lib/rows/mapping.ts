import { z } from "zod";
import type { Field } from "@/lib/template/field";
import { fieldKey } from "@/lib/template/primitives";
import { guessColumns } from "@/lib/template/sample-table";

/** Most columns that a list may have. */
export const MOST_COLUMNS = 200;

/** Which column, from 0, holds which field; null: none does, and pictures show the field's fallback. */
export const rowMapping = z.record(
  fieldKey,
  z
    .number()
    .int()
    .min(0)
    .max(MOST_COLUMNS - 1)
    .nullable(),
);
export type RowMapping = z.infer<typeof rowMapping>;

/** Guesses from the names of columns which of them holds which field. */
export function guessMapping(columns: readonly string[], fields: readonly Field[]): RowMapping {
  const guessed = guessColumns(columns, fields);
  const columnOf = ({ key }: Field) =>
    guessed.findIndex((column) => typeof column === "object" && column?.field === key);
  return Object.fromEntries(
    fields.map((field): [string, number | null] => {
      const index = columnOf(field);
      return [field.key, index < 0 ? null : index];
    }),
  );
}
