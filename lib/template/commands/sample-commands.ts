import { LIMITS } from "../limits";
import { cutText, toOneLine, toPlainText } from "../plain-text";
import { readSampleTable } from "../sample-table";
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
  const samples = doc.samples.filter((row) => row.id !== id);
  return samples.length === doc.samples.length ? doc : accept(doc, { ...doc, samples });
}

export type PasteSamples = {
  /** Cells as a spreadsheet copies them, or CSV. */
  text: string;
  /** Ids for the new rows; there are as many new rows as ids at most. */
  ids: readonly string[];
};

/** Adds the rows of a pasted table, as `readSampleTable` reads it, as far as rows fit into the document. */
export function pasteSamples(doc: Document, { text, ids }: PasteSamples): Document {
  const room = LIMITS.sampleRows - doc.samples.length;
  const rows = readSampleTable(text, doc.fields)
    .slice(0, room)
    .flatMap((values, index) => {
      const id = ids[index];
      if (id === undefined) return [];
      const name = Object.values(values).find((value) => value.trim() !== "") ?? `Row ${index + 1}`;
      return [{ id, name: cutText(toOneLine(name), LIMITS.name), values }];
    });
  return rows.length === 0 ? doc : accept(doc, { ...doc, samples: [...doc.samples, ...rows] });
}
