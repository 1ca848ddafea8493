import { isBlank } from "@/lib/template/clean-value";
import { LIMITS } from "@/lib/template/limits";
import type { HttpConfig } from "./http-config";
import { follow } from "./json-pointer";
import type { SourceDocument } from "./read-document";
import { rowKey, rowObject } from "./read-sheet";

/** What became of one name: a text, or why there is none. */
export type ReadValue =
  | { kind: "text"; text: string; cut: boolean }
  | { kind: "missing" }
  | { kind: "blank" }
  /** A list or an object: many values and not one. */
  | { kind: "list" | "object" };

/**
 * What is kept of an answer: the values, or, where each picture finds its own row, the columns that matter, each once,
 * however many values it gives. `places` says which of a row's cells is the value of each name; -1: none.
 */
export type Extract =
  | { kind: "values"; values: Record<string, string> }
  | { kind: "rows"; names: string[]; places: number[]; rows: Record<string, string[]> };

type Reading = Pick<HttpConfig, "values" | "row">;

/** Reads one value. Numbers and yes or no are values too; what is longer than a value is cut as one in an address is. */
export function readValue(document: unknown, pointer: string): ReadValue {
  return readFound(follow(document, pointer));
}

function readFound(found: unknown): ReadValue {
  if (found === undefined || found === null) return { kind: "missing" };
  if (Array.isArray(found)) return { kind: "list" };
  if (typeof found === "object") return { kind: "object" };
  const text = String(found);
  if (isBlank(text)) return { kind: "blank" };
  if (text.length <= LIMITS.value) return { kind: "text", text, cut: false };
  return { kind: "text", text: text.slice(0, LIMITS.value).replace(/[\ud800-\udbff]$/, ""), cut: true };
}

/** What an answer says under each name. */
export function readNamed(document: unknown, values: Reading["values"]): Record<string, ReadValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, pointer]) => [name, readValue(document, pointer)]),
  );
}

/** Reads of an answer what is kept of it. */
export function extract(document: SourceDocument, reading: Reading): Extract {
  if (document.kind === "json")
    return { kind: "values", values: textsOf(readNamed(document.json, reading.values)) };
  const { columns, rows } = document.sheet;
  if (!reading.row) {
    const [cells = []] = rows;
    return { kind: "values", values: textsOf(readNamed(rowObject(columns, cells), reading.values)) };
  }
  const at = columns.indexOf(reading.row.column.trim());
  const whole = rowObject(columns, columns);
  const wanted = Object.values(reading.values).map((pointer) => {
    const name = follow(whole, pointer);
    return typeof name === "string" ? columns.indexOf(name) : -1;
  });
  const used = [...new Set(wanted)].filter((column) => column >= 0).sort((a, b) => a - b);
  const kept: Record<string, string[]> = Object.create(null);
  for (const cells of rows) {
    const key = rowKey(cells[at] ?? "");
    // Of two rows with one key, the first: it is what a person finds who looks down the list.
    if (key === "" || key in kept) continue;
    kept[key] = withoutEnd(used.map((column) => textOf(cells[column])));
  }
  const places = wanted.map((column) => used.indexOf(column));
  return { kind: "rows", names: Object.keys(reading.values), places, rows: kept };
}

/** The values for one picture; null where a row is to be found and nothing says which. */
export function valuesOf(kept: Extract, key: string | undefined): Record<string, string> | null {
  if (kept.kind === "values") return kept.values;
  if (key === undefined) return null;
  const cells = Object.hasOwn(kept.rows, rowKey(key)) ? kept.rows[rowKey(key)] : undefined;
  return Object.fromEntries(kept.names.map((name, index) => [name, cells?.[kept.places[index] ?? -1] ?? ""]));
}

function textOf(cell: string | undefined): string {
  const read = readFound(cell);
  return read.kind === "text" ? read.text : "";
}

/** Cells up to the last that says something. */
function withoutEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

/** Whether there is anything to show in it. */
export function isEmpty(kept: Extract): boolean {
  return Object.keys(kept.kind === "values" ? kept.values : kept.rows).length === 0;
}

function textsOf(read: Readonly<Record<string, ReadValue>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(read).flatMap(([name, value]) => (value.kind === "text" ? [[name, value.text]] : [])),
  );
}
