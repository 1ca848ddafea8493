import { boundsOnCanvas, type Point } from "../geometry";
import type { Document } from "../schema";
import { topmost } from "../tree";
import { accept } from "./accept";
import { shiftOnCanvas } from "./shift-on-canvas";

export type DistributeLayers = { ids: readonly string[]; axis: "horizontal" | "vertical" };

/** Makes the gaps between three or more layers equal; the outermost two stay. */
export function distributeLayers(doc: Document, { ids, axis }: DistributeLayers): Document {
  const spans = topmost(doc, ids)
    .map(({ layer }) => {
      const { x, y, width, height } = boundsOnCanvas(doc, layer);
      return axis === "horizontal"
        ? { id: layer.id, start: x, length: width }
        : { id: layer.id, start: y, length: height };
    })
    .sort((one, other) => one.start + one.length / 2 - (other.start + other.length / 2));
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined || spans.length < 3) return doc;
  const filled = spans.reduce((sum, { length }) => sum + length, 0);
  const gap = (last.start + last.length - first.start - filled) / (spans.length - 1);
  const shifts = new Map<string, Point>();
  let start = first.start;
  for (const span of spans) {
    const shift = start - span.start;
    // The dust of the sum is no reason to move the last one.
    const distance = Math.abs(shift) < 1e-6 ? 0 : shift;
    shifts.set(span.id, axis === "horizontal" ? { x: distance, y: 0 } : { x: 0, y: distance });
    start += span.length + gap;
  }
  return accept(doc, shiftOnCanvas(doc, shifts));
}
