import type { Field } from "@/lib/template/field";
import type { BatchItem } from "../batch-item";
import { fillPattern, safeFileName, uniqueNames } from "./file-name";
import { rowWords } from "./row-words";

/** A row with its number, from 1. */
export type NamedRow = { row: number; cells: readonly string[] };

/** What of a batch decides how its files are called. */
export type Naming = Pick<BatchItem, "columns" | "mapping" | "cleanUps" | "output">;

/**
 * Gives the names of files row by row, in the order of the list and for every row that is not left out: so a file is
 * called the same whichever others are there.
 */
export function nameRows(
  naming: Naming,
  fields: readonly Pick<Field, "key" | "format">[],
): (row: NamedRow) => string {
  const name = uniqueNames(naming.output.format);
  const ownName = ownNames(naming, fields);
  return (row) => name(ownName(row));
}

/**
 * Gives what the pattern says of a row, without its ending and whatever others are called. A row whose pattern gives
 * nothing is called by its number.
 */
export function ownNames(
  naming: Naming,
  fields: readonly Pick<Field, "key" | "format">[],
): (row: NamedRow) => string {
  const { output } = naming;
  const wordsOf = rowWords(naming, fields);
  return (row) => {
    const filled = fillPattern(output.fileName, wordsOf(row));
    return safeFileName(filled, output.format) || String(row.row);
  };
}
