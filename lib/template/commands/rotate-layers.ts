import { fitGroupsAround } from "../fit-group";
import {
  applyToPoint,
  boundsOnCanvas,
  centreOf,
  invert,
  movedLayer,
  type Point,
  rotateBox,
  unionOf,
  worldMatrix,
} from "../geometry";
import type { Document } from "../schema";
import { topmost, updateLayers } from "../tree";
import { accept } from "./accept";

export type RotateLayers = {
  ids: readonly string[];
  /** Clockwise. */
  degrees: number;
  /** px on the canvas; absent is the middle of one layer, or of the rectangle around several. */
  pivot?: Point;
};

/** Turns layers about a common point. */
export function rotateLayers(doc: Document, { ids, degrees, pivot }: RotateLayers): Document {
  const places = topmost(doc, ids);
  const around = unionOf(places.map(({ layer }) => boundsOnCanvas(doc, layer)));
  if (around === null || degrees % 360 === 0) return doc;
  const onCanvas = pivot ?? centreOf(around);
  const pivots = new Map(
    places.map(({ layer, parent }) => [
      layer.id,
      applyToPoint(invert(worldMatrix(doc, parent?.id ?? null)), onCanvas),
    ]),
  );
  const turnedIds = [...pivots.keys()];
  const turned = updateLayers(doc, turnedIds, (layer) =>
    movedLayer(layer, rotateBox(layer, degrees, pivots.get(layer.id) ?? centreOf(layer))),
  );
  return accept(doc, fitGroupsAround(turned, turnedIds));
}
