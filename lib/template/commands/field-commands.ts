import type { Field } from "../field";
import { renamePlaceholder } from "../placeholders";
import { toPlainText } from "../plain-text";
import { renameReferences } from "../registry";
import type { Document } from "../schema";
import { mapLayers, withLayers } from "../tree";
import { accept } from "./accept";

/** Adds a field, at the end unless told where. A key that is taken or not well-formed leaves the document. */
export function addField(doc: Document, { field, index }: { field: Field; index?: number }): Document {
  return accept(doc, { ...doc, fields: doc.fields.toSpliced(index ?? doc.fields.length, 0, field) });
}

export type FieldChange = Partial<Omit<Field, "key">>;

/** Changes a field's label, type, fallback or format. */
export function updateField(doc: Document, { key, change }: { key: string; change: FieldChange }): Document {
  const field = doc.fields.find((candidate) => candidate.key === key);
  if (field === undefined) return doc;
  const merged = { ...field, ...change };
  const next = { ...merged, label: toPlainText(merged.label), fallback: toPlainText(merged.fallback) };
  if (JSON.stringify(next) === JSON.stringify(field)) return doc;
  return accept(doc, { ...doc, fields: doc.fields.map((other) => (other === field ? next : other)) });
}

/** Gives a field another key and changes every reference to it: texts, bindings, rules, alternative text, samples. */
export function renameField(doc: Document, { from, to }: { from: string; to: string }): Document {
  if (from === to || !doc.fields.some(({ key }) => key === from)) return doc;
  if (doc.fields.some(({ key }) => key === to)) return doc;
  const renamed = withLayers(
    doc,
    mapLayers(doc.layers, (layer) => renameReferences(layer, from, to)),
  );
  return accept(doc, {
    ...renamed,
    alt: renamePlaceholder(doc.alt, from, to),
    backgroundKey: doc.backgroundKey === from ? to : doc.backgroundKey,
    fields: doc.fields.map((field) => (field.key === from ? { ...field, key: to } : field)),
    samples: doc.samples.map((row) => {
      if (!Object.hasOwn(row.values, from)) return row;
      const values = Object.entries(row.values).map(([key, value]) => [key === from ? to : key, value]);
      return { ...row, values: Object.fromEntries(values) };
    }),
  });
}

/**
 * Takes a field out, with its sample values and its place in `hideWhenMissing`, which nothing could satisfy any more.
 * Placeholders, rules and bindings stay where they are and are told by `checkDocument`, so that they can be mended
 * or the field brought back.
 */
export function removeField(doc: Document, { key }: { key: string }): Document {
  if (!doc.fields.some((field) => field.key === key)) return doc;
  const layers = mapLayers(doc.layers, (layer) =>
    layer.hideWhenMissing.includes(key)
      ? { ...layer, hideWhenMissing: layer.hideWhenMissing.filter((other) => other !== key) }
      : layer,
  );
  return accept(doc, {
    ...withLayers(doc, layers),
    fields: doc.fields.filter((field) => field.key !== key),
    samples: doc.samples.map((row) => {
      if (!Object.hasOwn(row.values, key)) return row;
      const { [key]: _removed, ...values } = row.values;
      return { ...row, values };
    }),
  });
}

/** Moves a field to another position in the list. */
export function moveField(doc: Document, { key, index }: { key: string; index: number }): Document {
  const from = doc.fields.findIndex((field) => field.key === key);
  const field = doc.fields[from];
  const to = Math.min(doc.fields.length - 1, Math.max(0, index));
  if (field === undefined || to === from || !Number.isInteger(index)) return doc;
  return accept(doc, { ...doc, fields: doc.fields.toSpliced(from, 1).toSpliced(to, 0, field) });
}
