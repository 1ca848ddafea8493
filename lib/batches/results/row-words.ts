import { cleanCell } from "@/lib/rows/clean-up";
import { rowValues } from "@/lib/rows/row-values";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import type { BatchItem } from "../batch-item";

/** What of a batch decides what names in braces stand for. */
export type Wording = Pick<BatchItem, "columns" | "mapping" | "cleanUps">;

/** What a name in braces stands for in a row: a field, a column, or the row's number; undefined: nothing has that name. */
export type WordsOf = (row: {
  row: number;
  cells: readonly string[];
}) => (name: string) => string | undefined;

/** Gives, row by row, what names in braces stand for, after the clean-ups of their columns. */
export function rowWords(
  { columns, mapping, cleanUps }: Wording,
  fields: readonly Pick<Field, "key" | "format">[],
): WordsOf {
  const columnOf = new Map(columns.map((column, at) => [column.trim().toLowerCase(), at]));
  return ({ row, cells }) => {
    const values = rowValues(cells, fields, mapping, cleanUps);
    return (wanted) => {
      if (wanted === "row") return String(row);
      if (Object.hasOwn(values, wanted)) return values[wanted];
      const column = columnOf.get(wanted.toLowerCase());
      const cell = column === undefined ? undefined : cells[column];
      const kinds = cleanUps.filter((each) => each.column === column).map(({ kind }) => kind);
      return cell && kinds.reduce((text, kind) => cleanCell(text, kind, DEFAULT_FORMAT.locale), cell);
    };
  };
}
