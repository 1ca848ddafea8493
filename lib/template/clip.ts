import type { Field } from "./field";
import { moveBox, tidyBox, worldMatrix } from "./geometry";
import { referencesOf } from "./registry";
import type { Document, Layer } from "./schema";
import { topmost, walkLayers } from "./tree";

/** Copied layers: their boxes on the canvas, and the fields they refer to. */
export type Clip = { layers: Layer[]; fields: Field[] };

/** What goes to the clipboard for these layers. */
export function copyLayers(doc: Document, ids: readonly string[]): Clip {
  const layers = topmost(doc, ids).map(({ layer, parent }) =>
    parent === null ? layer : tidyBox(moveBox(layer, worldMatrix(doc, parent.id))),
  );
  const keys = new Set<string>();
  for (const { layer } of walkLayers(layers)) for (const { key } of referencesOf(layer)) keys.add(key);
  return { layers, fields: doc.fields.filter(({ key }) => keys.has(key)) };
}
