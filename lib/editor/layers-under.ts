import type { Point } from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { isInBox } from "./hit-test";

/** A layer under a point and the group it is in. */
export type UnderLayer = { layer: Layer; parentId: string | null };

/**
 * Every layer under a point of the canvas (canvas px), front to back, a group before what it holds. Locked ones are
 * among them, for a list is how one gets at those; hidden ones and those that the preview leaves out are not.
 */
export function layersUnder(document: Document, point: Point, hidden?: ReadonlySet<string>): UnderLayer[] {
  const among = (layers: readonly Layer[], parentId: string | null): UnderLayer[] =>
    [...layers].reverse().flatMap((layer): UnderLayer[] => {
      if (!layer.visible || hidden?.has(layer.id)) return [];
      const entry = entryOf(layer);
      if (!entry.holdsLayers) return isInBox(document, layer, point) ? [{ layer, parentId }] : [];
      const inside = among(entry.children(layer), layer.id);
      return inside.length > 0 ? [{ layer, parentId }, ...inside] : [];
    });
  return among(document.layers, null);
}
