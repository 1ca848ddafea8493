import { entryOf } from "../registry";
import type { Document, Layer } from "../schema";
import { walkLayers, withoutLayers } from "../tree";

/** `after` without the groups that are empty there and held something in `before`. */
export function dropEmptied(before: Document, after: Document): Document {
  const isEmpty = (layer: Layer) => entryOf(layer).holdsLayers && entryOf(layer).children(layer).length === 0;
  const held = new Set<string>();
  for (const { parent } of walkLayers(before.layers)) if (parent) held.add(parent.id);
  let doc = after;
  for (;;) {
    const emptied = Array.from(walkLayers(doc.layers)).filter(
      ({ layer }) => isEmpty(layer) && held.has(layer.id),
    );
    if (emptied.length === 0) return doc;
    doc = withoutLayers(
      doc,
      emptied.map(({ layer }) => layer.id),
    );
  }
}
