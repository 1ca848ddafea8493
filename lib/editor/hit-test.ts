import {
  applyToPoint,
  cornersOf,
  invert,
  localToParent,
  type Matrix,
  multiply,
  type Point,
  type Rect,
  worldMatrix,
} from "@/lib/template/geometry";
import { maskOf } from "@/lib/template/layers/group";
import { entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { childrenOf } from "@/lib/template/tree";

export type HitOptions = {
  /** Thin layers can be caught this far from their middle, canvas px: a screen distance divided by the zoom. */
  tolerance?: number;
  /** Ids of layers the present preview leaves out; nobody can click what is not there. */
  hidden?: ReadonlySet<string>;
};

/** Whether a layer takes part in clicking and marquees at all. */
export function isSelectable(layer: Layer, hidden?: ReadonlySet<string>): boolean {
  return layer.visible && !layer.locked && !hidden?.has(layer.id);
}

/**
 * The frontmost layer at a point of the canvas (canvas px) with the groups around it, the outermost first; empty
 * when there is none. A group is hit only through its children, and a masked one only in the box of its mask; locked
 * and hidden layers let clicks through.
 */
export function hitTest(document: Document, point: Point, options: HitOptions = {}): Layer[] {
  return hitAmong(document.layers, point, options);
}

function hitAmong(layers: readonly Layer[], point: Point, options: HitOptions): Layer[] {
  for (const layer of [...layers].reverse()) {
    if (!isSelectable(layer, options.hidden)) continue;
    const local = applyToPoint(invert(localToParent(layer)), point);
    if (!entryOf(layer).holdsLayers) {
      if (isInside(local, layer, options.tolerance ?? 0)) return [layer];
      continue;
    }
    if (isCutAway(layer, local, options.hidden)) continue;
    const below = hitAmong(entryOf(layer).children(layer), local, options);
    if (below.length > 0) return [layer, ...below];
  }
  return [];
}

/** Whether a mask leaves nothing of a group at a point of the group's own box, as far as the mask's box tells. */
function isCutAway(group: Layer, local: Point, hidden?: ReadonlySet<string>): boolean {
  const mask = presentMask(group, hidden);
  return mask !== null && !isInside(applyToPoint(invert(localToParent(mask)), local), mask, 0);
}

/** The mask of a group, locked or not; null while it is hidden, since then it does not mask. */
function presentMask(group: Layer, hidden?: ReadonlySet<string>): Layer | null {
  const mask = maskOf(group);
  return mask?.visible && !hidden?.has(mask.id) ? mask : null;
}

/** Whether a point of the canvas lies in the layer's own box, whatever lies above it. */
export function isInBox(document: Document, layer: Layer, point: Point, tolerance = 0): boolean {
  return isInside(applyToPoint(invert(worldMatrix(document, layer.id)), point), layer, tolerance);
}

function isInside({ x, y }: Point, { width, height }: Layer, tolerance: number): boolean {
  const padX = Math.max(0, tolerance - width / 2);
  const padY = Math.max(0, tolerance - height / 2);
  return x >= -padX && x <= width + padX && y >= -padY && y <= height + padY;
}

/**
 * The layers of a container (`null`: the canvas) that a marquee touches, back to front. Turned boxes count as
 * they stand; a group counts when one of its layers is touched. `area` in canvas px.
 */
export function layersInMarquee(
  document: Document,
  area: Rect,
  containerId: string | null,
  hidden?: ReadonlySet<string>,
): Layer[] {
  const toCanvas = worldMatrix(document, containerId);
  return (childrenOf(document, containerId) ?? []).filter((layer) => touches(layer, area, toCanvas, hidden));
}

function touches(layer: Layer, area: Rect, parentToCanvas: Matrix, hidden?: ReadonlySet<string>): boolean {
  if (!isSelectable(layer, hidden)) return false;
  const toCanvas = multiply(parentToCanvas, localToParent(layer));
  const entry = entryOf(layer);
  if (entry.holdsLayers) {
    const mask = presentMask(layer, hidden);
    if (mask && !boxTouches(mask, area, multiply(toCanvas, localToParent(mask)))) return false;
    return entry.children(layer).some((child) => touches(child, area, toCanvas, hidden));
  }
  return boxTouches(layer, area, toCanvas);
}

function boxTouches(layer: Layer, area: Rect, toCanvas: Matrix): boolean {
  return convexOverlap(cornersOf(layer, toCanvas), cornersOf(area, [1, 0, 0, 1, area.x, area.y]));
}

/**
 * Whether two convex polygons share a point: by the separating axis theorem they do not exactly when the
 * direction across one of their sides tells them apart.
 */
function convexOverlap(one: readonly Point[], other: readonly Point[]): boolean {
  return ![...normalsOf(one), ...normalsOf(other)].some((axis) => {
    const [low, high] = reachAlong(one, axis);
    const [from, to] = reachAlong(other, axis);
    return high < from || to < low;
  });
}

function normalsOf(polygon: readonly Point[]): Point[] {
  return polygon.map((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    return { x: corner.y - next.y, y: next.x - corner.x };
  });
}

function reachAlong(polygon: readonly Point[], axis: Point): [low: number, high: number] {
  const lengths = polygon.map(({ x, y }) => x * axis.x + y * axis.y);
  return [Math.min(...lengths), Math.max(...lengths)];
}
