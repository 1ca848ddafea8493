import { fitGroupsAround } from "../fit-group";
import type { Document, Layer } from "../schema";
import { childrenOf, withChildrenOf } from "../tree";
import { accept } from "./accept";

export type AddLayers = {
  layers: readonly Layer[];
  /** The group to put them in; null or absent is the canvas. */
  parentId?: string | null;
  /** Position among the siblings, back to front; absent is in front of all. */
  index?: number;
};

/** Puts layers into the document. Their boxes are in the parent's coordinates, their ids must be new. */
export function addLayers(doc: Document, { layers, parentId = null, index }: AddLayers): Document {
  if (layers.length === 0 || childrenOf(doc, parentId) === undefined) return doc;
  const added = withChildrenOf(doc, parentId, (children) =>
    children.toSpliced(index ?? children.length, 0, ...layers),
  );
  return accept(
    doc,
    fitGroupsAround(
      added,
      layers.map(({ id }) => id),
    ),
  );
}
