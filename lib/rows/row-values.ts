import { meaningfulValues } from "@/lib/link/literal-tag";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { type CleanUp, cleanCell } from "./clean-up";
import type { RowMapping } from "./mapping";

/**
 * The values that a row gives a template's fields: its cells after their clean-ups, in order; cells that say nothing,
 * blank ones and merge tags that were never filled, are left out.
 */
export function rowValues(
  cells: readonly string[],
  fields: readonly Pick<Field, "key" | "format">[],
  mapping: RowMapping,
  cleanUps: readonly CleanUp[],
): Record<string, string> {
  const values = fields.flatMap(({ key, format }): [string, string][] => {
    const column = Object.hasOwn(mapping, key) ? mapping[key] : null;
    const cell = typeof column === "number" ? cells[column] : undefined;
    if (cell === undefined) return [];
    const locale = format.locale || DEFAULT_FORMAT.locale;
    const kinds = cleanUps.filter((each) => each.column === column).map(({ kind }) => kind);
    return [[key, kinds.reduce((text, kind) => cleanCell(text, kind, locale), cell)]];
  });
  return meaningfulValues(Object.fromEntries(values));
}
