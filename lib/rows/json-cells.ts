import { AppError } from "@/lib/errors";
import { LIST_BOUNDS } from "./list-bounds";
import type { ColumnNames } from "./name-columns";
import { boundColumns } from "./shape-rows";

const EXPECTED = 'Expected a JSON array of objects such as [{"first_name": "Ann"}], or one object a line';
/** Objects in objects become columns with names such as `address.city`, down to here. */
const DEEPEST = 4;

/** Objects and lists within each other, in one row, beyond which it is no list of rows. */
const MOST_NESTED = 64;

/** Rows of a JSON array of objects, or of objects one after another, each parsed as it ends; names become columns. */
export async function* jsonCells(
  texts: AsyncIterable<string>,
  columns: ColumnNames,
): AsyncGenerator<string[]> {
  const indexOf = new Map<string, number>();
  let row = 0;
  for await (const text of objectTexts(texts)) {
    row += 1;
    const cells: string[] = [];
    for (const [name, cell] of flatCells(parsedObject(text, row), "", 0)) {
      let index = indexOf.get(name);
      if (index === undefined) {
        index = columns.names.length;
        boundColumns(index + 1);
        columns.add(name);
        indexOf.set(name, index);
      }
      while (cells.length < index) cells.push("");
      cells[index] = cell;
    }
    yield cells;
  }
}

function parsedObject(text: string, row: number): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) return parsed;
  } catch {
    // Told below.
  }
  throw new AppError("invalid", `${EXPECTED}; object ${row} is no valid JSON. Correct it and try again.`);
}

function* flatCells(value: object, prefix: string, depth: number): Generator<[name: string, cell: string]> {
  const entries: [key: string, inner: unknown][] = Object.entries(value);
  for (const [key, inner] of entries) {
    const isObject = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    if (isObject && depth < DEEPEST) yield* flatCells(inner, `${prefix}${key}.`, depth + 1);
    else yield [`${prefix}${key}`, cellOf(inner)];
  }
}

function cellOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const items: unknown[] = Array.isArray(value) ? value : [];
  const isPlain = items.length > 0 && items.every((item) => typeof item !== "object" || item === null);
  return isPlain ? items.map(cellOf).join(", ") : JSON.stringify(value);
}

/** The texts of the objects that stand in an array or one after another; holds one at a time. */
async function* objectTexts(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let object = "";
  let depth = 0;
  let inText = false;
  let escaped = false;
  let brackets = 0;
  for await (const text of texts) {
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at] ?? "";
      if (inText) {
        if (escaped) escaped = false;
        else if (sign === "\\") escaped = true;
        else if (sign === '"') inText = false;
      } else if (depth === 0) {
        if (sign === "{") {
          start = at;
          depth = 1;
        } else if (sign === "[") brackets += 1;
        else if (!/[\s,\]]/.test(sign)) throw otherThing(sign);
        if (brackets > 1) throw otherThing("[");
      } else if (sign === '"') inText = true;
      else if (sign === "{" || sign === "[") {
        depth += 1;
        if (depth > MOST_NESTED) {
          throw new AppError("invalid", `A row may hold lists within lists ${MOST_NESTED} deep at most.`);
        }
      } else if (sign === "}" || sign === "]") {
        depth -= 1;
        if (depth === 0) {
          yield object + text.slice(start, at + 1);
          object = "";
        }
      }
    }
    if (depth > 0) object += text.slice(start);
    if (object.length > LIST_BOUNDS.row) {
      throw new AppError("too_large", `${EXPECTED}; one object is larger than 4 million characters.`);
    }
  }
  if (depth > 0)
    throw new AppError("invalid", `${EXPECTED}; the text ends within an object. Send all of it.`);
}

function otherThing(sign: string): AppError {
  return new AppError("invalid", `${EXPECTED}; between objects stands "${sign}".`);
}
