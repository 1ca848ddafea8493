import { boundsOnCanvas, type Rect } from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";

/**
 * Boxes on the canvas that moving layers snap to: what stands beside them and beside the groups around them.
 * Locked layers count, layers that are not shown do not.
 */
export function snapTargets(
  document: Document,
  movingIds: readonly string[],
  hidden: ReadonlySet<string> = new Set(),
): Rect[] {
  const moving = new Set(movingIds);
  const holdsMoving = (layer: Layer): boolean =>
    entryOf(layer)
      .children(layer)
      .some((child) => moving.has(child.id) || holdsMoving(child));
  const beside = (layers: readonly Layer[]): Rect[] =>
    layers.flatMap((layer) => {
      if (moving.has(layer.id) || !layer.visible || hidden.has(layer.id)) return [];
      if (holdsMoving(layer)) return beside(entryOf(layer).children(layer));
      return [boundsOnCanvas(document, layer)];
    });
  return beside(document.layers);
}
