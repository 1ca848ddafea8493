import { LIMITS } from "../limits";
import { cutText, toOneLine, toPlainText } from "../plain-text";
import type { TableColumn } from "../sample-table";
import type { Document, SampleRow } from "../schema";
import { accept } from "./accept";

/** Adds a row of sample values, at the end unless told where. */
export function addSample(doc: Document, { row, index }: { row: SampleRow; index?: number }): Document {
  return accept(doc, { ...doc, samples: doc.samples.toSpliced(index ?? doc.samples.length, 0, row) });
}

export type SampleChange = { name?: string; values?: Readonly<Record<string, string>> };

/**
 * Renames a row or sets some of its values; values that are not named stay. A name keeps the spaces at its ends: each
 * key typed comes through here, and a trimmed space would never be followed by a word.
 */
export function updateSample(doc: Document, { id, change }: { id: string; change: SampleChange }): Document {
  const row = doc.samples.find((candidate) => candidate.id === id);
  if (row === undefined) return doc;
  const values = Object.entries(change.values ?? {}).map(([key, value]) => [key, toPlainText(value)]);
  const next = {
    ...row,
    name: change.name === undefined ? row.name : cutText(toOneLine(change.name), LIMITS.name),
    values: { ...row.values, ...Object.fromEntries(values) },
  };
  if (JSON.stringify(next) === JSON.stringify(row)) return doc;
  return accept(doc, { ...doc, samples: doc.samples.map((other) => (other === row ? next : other)) });
}

export function removeSample(doc: Document, { id }: { id: string }): Document {
  return removeSamples(doc, { ids: [id] });
}

export function removeSamples(doc: Document, { ids }: { ids: readonly string[] }): Document {
  const samples = doc.samples.filter((row) => !ids.includes(row.id));
  return samples.length === doc.samples.length ? doc : accept(doc, { ...doc, samples });
}

/** Copies rows to behind the last of them, in their order; `newIds` are one for each. Too many rows: none is copied. */
export function duplicateSamples(
  doc: Document,
  { ids, newIds }: { ids: readonly string[]; newIds: readonly string[] },
): Document {
  const rows = doc.samples.filter((row) => ids.includes(row.id));
  const last = doc.samples.findLastIndex((row) => ids.includes(row.id));
  const copies = rows.flatMap((row, index) => {
    const id = newIds[index];
    return id === undefined ? [] : [{ ...row, id }];
  });
  if (copies.length === 0 || copies.length < rows.length) return doc;
  return accept(doc, { ...doc, samples: doc.samples.toSpliced(last + 1, 0, ...copies) });
}

/** Moves rows, in their order, so that the first of them comes to stand before the row that is at `to` now. */
export function moveSamples(doc: Document, { ids, to }: { ids: readonly string[]; to: number }): Document {
  const isMoved = (row: SampleRow) => ids.includes(row.id);
  const before = doc.samples.slice(0, to).filter((row) => !isMoved(row));
  const after = doc.samples.slice(to).filter((row) => !isMoved(row));
  const samples = [...before, ...doc.samples.filter(isMoved), ...after];
  const same = samples.every((row, index) => row === doc.samples[index]);
  return same ? doc : accept(doc, { ...doc, samples });
}

export type SetCells = {
  /** Index of the first row that is set; rows past the last one are made. */
  at: number;
  /** What each column of `cells` holds. */
  columns: readonly TableColumn[];
  /** Texts by row. A row may be shorter than the others: what it does not have stays as it is. */
  cells: readonly (readonly string[])[];
  /** Ids for rows that are made; there are as many new rows as ids at most. */
  ids: readonly string[];
};

/**
 * Sets a block of cells, as a paste, a delete or an edit of one does. Rows are made as far as they fit into the
 * document; a new one without a name is called by its first value, else by its number.
 */
export function setCells(doc: Document, { at, columns, cells, ids }: SetCells): Document {
  const samples = [...doc.samples];
  const fresh = [...ids];
  for (const [offset, texts] of cells.entries()) {
    const known = samples[at + offset];
    const id = known?.id ?? (samples.length < LIMITS.sampleRows ? fresh.shift() : undefined);
    if (id === undefined) break;
    const row = known ?? { id, name: "", values: {} };
    const set = withCells(row, columns, texts);
    const name = known === undefined && set.name.trim() === "" ? nameOf(set, samples.length) : set.name;
    if (known === undefined) samples.push({ ...set, name });
    else if (JSON.stringify(set) !== JSON.stringify(known)) samples[at + offset] = set;
  }
  const same =
    samples.length === doc.samples.length && samples.every((row, index) => row === doc.samples[index]);
  return same ? doc : accept(doc, { ...doc, samples });
}

function withCells(row: SampleRow, columns: readonly TableColumn[], texts: readonly string[]): SampleRow {
  let { name } = row;
  const values = { ...row.values };
  for (const [index, text] of texts.entries()) {
    const column = columns[index] ?? null;
    if (column === "name") name = cutText(toOneLine(text), LIMITS.name).trim();
    else if (column !== null && text === "") delete values[column.field];
    else if (column !== null) values[column.field] = cutText(toPlainText(text), LIMITS.value);
  }
  return { ...row, name, values };
}

function nameOf({ values }: SampleRow, index: number): string {
  const said = Object.values(values).find((value) => value.trim() !== "");
  return said === undefined ? `Sample ${index + 1}` : cutText(toOneLine(said), LIMITS.name).trim();
}

export type ImportSamples = Omit<SetCells, "at"> & {
  /** Whether the rows that are there go. */
  replace: boolean;
};

/** Adds the rows of a table, or puts them in place of all rows. Rows without any value of use are left out. */
export function importSamples(doc: Document, { replace, columns, cells, ids }: ImportSamples): Document {
  const of = (texts: readonly string[]) =>
    columns.some((column, index) => column !== null && (texts[index] ?? "").trim() !== "");
  const rows = cells.filter(of);
  if (rows.length === 0) return doc;
  const from = replace ? { ...doc, samples: [] } : doc;
  const filled = setCells(from, { at: from.samples.length, columns, cells: rows, ids });
  return filled === from ? doc : accept(doc, filled);
}
