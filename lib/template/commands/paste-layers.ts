import type { Clip } from "../clip";
import { invert, moveBox, tidyBox, worldMatrix } from "../geometry";
import type { Document } from "../schema";
import { accept } from "./accept";
import { addLayers } from "./add-layers";
import { freshCopies } from "./fresh-copies";

export type PasteLayers = Clip & {
  /** A new id for each pasted layer and everything inside it. */
  newIds: Readonly<Record<string, string>>;
  parentId?: string | null;
  index?: number;
  /** Shift against where they were copied from, px on the canvas. */
  dx?: number;
  dy?: number;
};

/**
 * Puts copied layers in, keeping where they were on their canvas. Fields they refer to are created when the
 * document has none of that key; a field of the same key is used as it is. A reference that finds no field is a
 * problem `checkDocument` tells.
 */
export function pasteLayers(doc: Document, args: PasteLayers): Document {
  const { layers, fields, newIds, parentId = null, index, dx = 0, dy = 0 } = args;
  const copies = freshCopies(layers, newIds);
  if (copies === null || copies.length === 0) return doc;
  const toParent = invert(worldMatrix(doc, parentId));
  const placed = copies.map((layer) =>
    tidyBox(moveBox({ ...layer, x: layer.x + dx, y: layer.y + dy }, toParent)),
  );
  const known = new Set(doc.fields.map(({ key }) => key));
  const missing = fields.filter(({ key }) => !known.has(key));
  const added = addLayers(doc, { layers: placed, parentId, ...(index !== undefined && { index }) });
  if (added === doc || missing.length === 0) return added;
  return accept(doc, { ...added, fields: [...added.fields, ...missing] });
}
