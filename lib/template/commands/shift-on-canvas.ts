import { fitGroupsAround } from "../fit-group";
import { applyToVector, invert, movedLayer, type Point, worldMatrix } from "../geometry";
import type { Document } from "../schema";
import { findPlace, updateLayers } from "../tree";

/** The document with each of these layers shifted by its own vector, px on the canvas. */
export function shiftOnCanvas(doc: Document, shifts: ReadonlyMap<string, Point>): Document {
  const ids = [...shifts.keys()];
  const moved = updateLayers(doc, ids, (layer) => {
    const shift = shifts.get(layer.id);
    if (shift === undefined || (shift.x === 0 && shift.y === 0)) return layer;
    const parent = findPlace(doc, layer.id)?.parent?.id ?? null;
    const local = applyToVector(invert(worldMatrix(doc, parent)), shift);
    return movedLayer(layer, { ...layer, x: layer.x + local.x, y: layer.y + local.y });
  });
  return moved === doc ? doc : fitGroupsAround(moved, ids);
}
