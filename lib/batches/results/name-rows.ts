import { cleanCell } from "@/lib/rows/clean-up";
import { rowValues } from "@/lib/rows/row-values";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import type { BatchItem } from "../batch-item";
import type { NumberedRow } from "../parts";
import { fillPattern, safeFileName, uniqueNames } from "./file-name";

/** What of a batch decides how its files are called. */
export type Naming = Pick<BatchItem, "columns" | "mapping" | "cleanUps" | "output">;

/**
 * Gives the names of files row by row, in the order of the list and for every row that is not left out: so a file is
 * called the same whichever others are there. A row whose pattern gives nothing is called by its number.
 */
export function nameRows(
  { columns, mapping, cleanUps, output }: Naming,
  fields: readonly Pick<Field, "key" | "format">[],
): (row: NumberedRow) => string {
  const name = uniqueNames(output.format);
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
    return name(safeFileName(filled, output.format) || String(row));
  };
}
