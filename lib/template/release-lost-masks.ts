import { maskOf } from "./layers/group";
import type { Document } from "./schema";
import { mapLayers, walkLayers, withLayers } from "./tree";

/**
 * `after` with the masks released of groups that have lost the layer that was their mask in `before`: deleted, or moved
 * out. Else the next layer would silently become the mask.
 */
export function releaseLostMasks(before: Document, after: Document): Document {
  if (before.layers === after.layers) return after;
  const masks = new Map<string, string>();
  for (const { layer } of walkLayers(before.layers)) {
    const mask = maskOf(layer);
    if (mask) masks.set(layer.id, mask.id);
  }
  if (masks.size === 0) return after;
  const layers = mapLayers(after.layers, (layer) => {
    const maskId = masks.get(layer.id);
    if (maskId === undefined || layer.type !== "group" || !layer.masked) return layer;
    return layer.children.some(({ id }) => id === maskId) ? layer : { ...layer, masked: false };
  });
  return withLayers(after, layers);
}
