import { setProperties } from "@/lib/template/commands/set-properties";
import type { Rect } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Document } from "@/lib/template/schema";

/** How many times as wide or high a box may become. */
const STEPS = [1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 6];

type Growth = { width: number; height: number };

const HIGHER: readonly Growth[] = STEPS.map((height) => ({ width: 1, height }));
const WIDER: readonly Growth[] = STEPS.map((width) => ({ width, height: 1 }));
const BOTH: readonly Growth[] = STEPS.map((step) => ({ width: step, height: step }));

/**
 * Larger boxes for a text, the least change first: its edge stays where the text is aligned to. Those that stay on a
 * canvas of this size come before those that do not.
 */
export function grownBoxes(
  layer: TextLayer,
  canvas: { width: number; height: number } | null,
): ((document: Document) => Document)[] {
  const order = layer.fit === "line" ? [...WIDER, ...BOTH] : [...HIGHER, ...WIDER, ...BOTH];
  const boxes = order.map((growth) => grown(layer, growth));
  const inside = (box: Rect) =>
    canvas === null ||
    (box.x >= 0 && box.y >= 0 && box.x + box.width <= canvas.width && box.y + box.height <= canvas.height);
  return [...boxes.filter(inside), ...boxes.filter((box) => !inside(box))].map(
    (box) => (document) => setProperties(document, { ids: [layer.id], values: { ...box } }),
  );
}

const SHARES = { left: 0, start: 0, top: 0, center: 0.5, middle: 0.5, right: 1, end: 1, bottom: 1 } as const;

function grown({ x, y, width, height, rotation, align, verticalAlign }: TextLayer, growth: Growth): Rect {
  const wide = Math.ceil(width * growth.width);
  const high = Math.ceil(height * growth.height);
  // A turned box turns about its middle, which therefore stays.
  const acrossShare = rotation === 0 ? SHARES[align] : 0.5;
  const downShare = rotation === 0 ? SHARES[verticalAlign] : 0.5;
  return {
    x: x - (growth.width === 1 ? 0 : (wide - width) * acrossShare),
    y: y - (growth.height === 1 ? 0 : (high - height) * downShare),
    width: growth.width === 1 ? width : wide,
    height: growth.height === 1 ? height : high,
  };
}
