import { fitGroupsAround } from "../fit-group";
import type { Document } from "../schema";
import { topmost, withChildrenOf } from "../tree";
import { withCopiedOverrides } from "../variant-overrides";
import { accept } from "./accept";
import { freshCopies } from "./fresh-copies";
import { shiftOnCanvas } from "./shift-on-canvas";

export type DuplicateLayers = {
  ids: readonly string[];
  /** A new id for each of these layers and everything inside them: `subtreeIds` lists them. */
  newIds: Readonly<Record<string, string>>;
  /** How far from the originals, px on the canvas. */
  dx?: number;
  dy?: number;
};

/** Copies layers in front of the foremost original of each group, with what they override in other sizes. */
export function duplicateLayers(doc: Document, { ids, newIds, dx = 0, dy = 0 }: DuplicateLayers): Document {
  const places = topmost(doc, ids);
  const copies = freshCopies(
    places.map(({ layer }) => layer),
    newIds,
  );
  if (copies === null) return doc;
  let next = doc;
  for (const parent of new Set(places.map((place) => place.parent))) {
    const mine = copies.filter((_, index) => places[index]?.parent === parent);
    const front = Math.max(...places.filter((place) => place.parent === parent).map(({ index }) => index));
    next = withChildrenOf(next, parent?.id ?? null, (children) => children.toSpliced(front + 1, 0, ...mine));
  }
  const shifts = new Map(copies.map(({ id }) => [id, { x: dx, y: dy }]));
  const shifted = shiftOnCanvas(next, shifts);
  const fitted = fitGroupsAround(shifted, [...shifts.keys()]);
  const copied = places.map(({ layer }) => layer);
  return accept(doc, withCopiedOverrides(fitted, copied, newIds, { x: dx, y: dy }));
}
