import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/template/limits";
import { cutText } from "@/lib/template/plain-text";
import { countCharacters } from "./count-characters";
import { LIST_BOUNDS } from "./list-bounds";
import type { ColumnNames } from "./name-columns";
import type { ReadingNotes } from "./reading-notes";

/**
 * Rows as a list keeps them: those without any text left out, cells cut to what values hold, columns added for rows
 * that are longer. Ends with a sentence where there are more rows or columns, or more text, than a list may have.
 */
export async function* shapeRows(
  rows: AsyncIterable<string[]>,
  columns: ColumnNames,
  notes: ReadingNotes,
  { told = true, most = LIST_BOUNDS.rows }: { told?: boolean; most?: number | undefined } = {},
): AsyncGenerator<string[]> {
  const count = countCharacters();
  let number = 0;
  const named = columns.names.length;
  for await (const cells of rows) {
    const end = lengthWithText(cells);
    if (end === 0) {
      notes.add("blank", number);
      continue;
    }
    number += 1;
    if (number > most) throw tooMany("rows", most);
    if (told && cells.length < named) notes.add("short", number);
    if (end > columns.names.length && end > LIST_BOUNDS.columns)
      throw tooMany("columns", LIST_BOUNDS.columns);
    if (told && end > named) notes.add("long", number);
    columns.fill(end);
    const kept = cells.slice(0, columns.names.length).map((cell) => keptCell(cell, number, notes));
    count(kept);
    yield kept;
  }
  if (number === 0) {
    throw new AppError(
      "invalid",
      "Expected a row with the names of columns and below it one row for each picture; no row has any text. Add rows to the list.",
    );
  }
}

/** Ends with a sentence where so many columns are too many. */
export function boundColumns(count: number): void {
  if (count > LIST_BOUNDS.columns) throw tooMany("columns", LIST_BOUNDS.columns);
}

function keptCell(cell: string, row: number, notes: ReadingNotes): string {
  let text = cell;
  if (text.includes("\0")) {
    notes.add("zeros", row);
    text = text.replaceAll("\0", "");
  }
  if (text.length <= LIMITS.value) return text;
  notes.add("cut", row);
  return cutText(text, LIMITS.value);
}

/** How many cells there are until the last with text. */
function lengthWithText(cells: readonly string[]): number {
  let end = cells.length;
  while (end > 0 && !/[^\s\0]/.test(cells[end - 1] ?? "")) end -= 1;
  return end;
}

function tooMany(what: "rows" | "columns", most: number): AppError {
  const advice = what === "rows" ? "Divide the list." : "Leave out columns that no picture needs.";
  return new AppError(
    "too_large",
    `Expected at most ${most.toLocaleString("en")} ${what}, got more. ${advice}`,
  );
}
