import type { Document } from "../schema";
import { topmost } from "../tree";
import { accept } from "./accept";
import { shiftOnCanvas } from "./shift-on-canvas";

/** Shifts layers by px on the canvas, whichever turned group they are in. */
export function moveLayers(
  doc: Document,
  { ids, dx, dy }: { ids: readonly string[]; dx: number; dy: number },
): Document {
  const shifts = new Map(topmost(doc, ids).map(({ layer }) => [layer.id, { x: dx, y: dy }]));
  return accept(doc, shiftOnCanvas(doc, shifts));
}
