/** An axis-aligned box, px. */
export type Bounds = { left: number; top: number; right: number; bottom: number };

/** The smallest box around all; null when there is nothing. */
export function unionBounds(boxes: readonly (Bounds | null)[]): Bounds | null {
  let union: Bounds | null = null;
  for (const box of boxes) {
    if (!box) continue;
    union = union
      ? {
          left: Math.min(union.left, box.left),
          top: Math.min(union.top, box.top),
          right: Math.max(union.right, box.right),
          bottom: Math.max(union.bottom, box.bottom),
        }
      : box;
  }
  return union;
}

/** What two boxes share; null when nothing. */
export function intersectBounds(one: Bounds, other: Bounds): Bounds | null {
  const box = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return box.left < box.right && box.top < box.bottom ? box : null;
}

export function growBounds(box: Bounds, by: number): Bounds {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

/** What a box drawn inside a layer covers in the layer's parent. */
export function boundsInParent(
  box: Bounds,
  layer: { x: number; y: number; width: number; height: number; rotation: number },
): Bounds {
  const radians = (layer.rotation * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const centreX = layer.width / 2;
  const centreY = layer.height / 2;
  const corners = [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ].map(([x = 0, y = 0]) => ({
    x: layer.x + centreX + (x - centreX) * cos - (y - centreY) * sin,
    y: layer.y + centreY + (x - centreX) * sin + (y - centreY) * cos,
  }));
  return {
    left: Math.min(...corners.map(({ x }) => x)),
    top: Math.min(...corners.map(({ y }) => y)),
    right: Math.max(...corners.map(({ x }) => x)),
    bottom: Math.max(...corners.map(({ y }) => y)),
  };
}
