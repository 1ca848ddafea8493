import { fitGroupsAround } from "../fit-group";
import { invert, moveBox, multiply, tidyBox, worldMatrix } from "../geometry";
import type { Document } from "../schema";
import { childrenOf, pathTo, subtreeIds, topmost, withChildrenOf, withoutLayers } from "../tree";
import { accept } from "./accept";
import { dropEmptied } from "./drop-emptied";

export type PlaceLayers = {
  ids: readonly string[];
  /** The group to go into; null is the canvas. */
  parentId: string | null;
  /** Where among the layers that are there now, back to front; absent is in front of all. */
  index?: number;
};

/** Moves layers to a place in the tree: into a group, out of one, or among their siblings. They stay where they are on the canvas. */
export function placeLayers(doc: Document, { ids, parentId, index }: PlaceLayers): Document {
  const target = childrenOf(doc, parentId);
  const places = topmost(doc, ids);
  const moved = new Set(places.map(({ layer }) => layer.id));
  if (target === undefined || places.length === 0) return doc;
  if (parentId !== null && pathTo(doc, parentId).some(({ id }) => moved.has(id))) return doc;

  const toTarget = invert(worldMatrix(doc, parentId));
  const layers = places.map(({ layer, parent }) =>
    (parent?.id ?? null) === parentId
      ? layer
      : tidyBox(moveBox(layer, multiply(toTarget, worldMatrix(doc, parent?.id ?? null)))),
  );
  const wanted = index ?? target.length;
  const staying = target.slice(0, wanted).filter(({ id }) => !moved.has(id)).length;
  const without = withoutLayers(doc, [...moved]);
  const placed = withChildrenOf(without, parentId, (children) => children.toSpliced(staying, 0, ...layers));
  const after = childrenOf(placed, parentId) ?? [];
  if (after.length === target.length && after.every((layer, at) => layer === target[at])) return doc;

  const left = places.flatMap(({ parent }) => (parent ? [parent.id] : []));
  return accept(doc, fitGroupsAround(dropEmptied(doc, placed), subtreeIds(layers), left));
}
