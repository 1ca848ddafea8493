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
<<<<<<< HEAD
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
  { columns, mapping, cleanUps, output }: Naming,
  fields: readonly Pick<Field, "key" | "format">[],
): (row: NamedRow) => string {
  const columnOf = new Map(columns.map((column, at) => [column.trim().toLowerCase(), at]));
  return ({ row, cells }) => {
    const values = rowValues(cells, fields, mapping, cleanUps);
    const filled = fillPattern(output.fileName, (wanted) => {
      if (wanted === "row") return String(row);
      if (Object.hasOwn(values, wanted)) return values[wanted];
      const column = columnOf.get(wanted.toLowerCase());
      const cell = column === undefined ? undefined : cells[column];
      const kinds = cleanUps.filter((each) => each.column === column).map(({ kind }) => kind);
      return cell && kinds.reduce((text, kind) => cleanCell(text, kind, DEFAULT_FORMAT.locale), cell);
    });
    return safeFileName(filled, output.format) || String(row);
=======
  batch: Naming,
  fields: readonly Pick<Field, "key" | "format">[],
): (row: NamedRow) => string {
  const { output } = batch;
  const name = uniqueNames(output.format);
  const wordsOf = rowWords(batch, fields);
  return ({ row, cells }) => {
    const filled = fillPattern(output.fileName, wordsOf({ row, cells }));
    return name(safeFileName(filled, output.format) || String(row));
>>>>>>> dd0f0bed (Results of a batch are mailed, one to each row's address: claimed before the mail server hears of it, at one pace, stopped and taken up again)
  };
}
