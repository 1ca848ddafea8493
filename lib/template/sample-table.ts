import type { Field } from "./field";
import { LIMITS } from "./limits";
import { cutText, toPlainText } from "./plain-text";

/**
 * Reads a pasted table into sample values: tab-separated as spreadsheets copy, else CSV (RFC 4180 quoting). When a
 * cell of the first row is a field's key or label, the first row names the columns and unknown columns are left
 * out; else the columns are the fields in their order. Rows without any value are left out.
 */
export function readSampleTable(text: string, fields: readonly Field[]): Record<string, string>[] {
  const rows = readCells(toPlainText(text));
  const header = rows[0]?.map((cell) => keyNamed(cell, fields)) ?? [];
  const hasHeader = header.some((key) => key !== undefined);
  const keys = hasHeader ? header : fields.map(({ key }) => key);
  return rows.slice(hasHeader ? 1 : 0).flatMap((cells) => {
    const values: Record<string, string> = {};
    for (const [index, cell] of cells.entries()) {
      const key = keys[index];
      if (key !== undefined && cell !== "") values[key] = cutText(cell, LIMITS.value);
    }
    return Object.keys(values).length === 0 ? [] : [values];
  });
}

function keyNamed(cell: string, fields: readonly Field[]): string | undefined {
  const name = cell.trim().toLowerCase();
  return fields.find(({ key, label }) => key === name || label.trim().toLowerCase() === name)?.key;
}

function readCells(text: string): string[][] {
  const separator = text.includes("\t") ? "\t" : ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = "";
    } else if (character === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += character;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}
