import { boundsOnCanvas, type Point, type Rect, unionOf } from "../geometry";
import type { Document } from "../schema";
import { topmost } from "../tree";
import { accept } from "./accept";
import { shiftOnCanvas } from "./shift-on-canvas";

export type Edge = "left" | "centre" | "right" | "top" | "middle" | "bottom";

export type AlignLayers = {
  ids: readonly string[];
  edge: Edge;
  /** Absent: one layer aligns to the canvas, several to the rectangle around them. */
  to?: "canvas" | "selection";
};

/** Brings an edge or the middle of layers, as they look turned, to that of the canvas or of all of them. */
export function alignLayers(doc: Document, { ids, edge, to }: AlignLayers): Document {
  const boxes = topmost(doc, ids).map(({ layer }) => [layer.id, boundsOnCanvas(doc, layer)] as const);
  const around = unionOf(boxes.map(([, bounds]) => bounds));
  if (around === null) return doc;
  const toCanvas = (to ?? (boxes.length === 1 ? "canvas" : "selection")) === "canvas";
  const frame = toCanvas ? { x: 0, y: 0, width: doc.width, height: doc.height } : around;
  return accept(
    doc,
    shiftOnCanvas(doc, new Map(boxes.map(([id, bounds]) => [id, shiftTo(edge, bounds, frame)]))),
  );
}

function shiftTo(edge: Edge, box: Rect, frame: Rect): Point {
  switch (edge) {
    case "left":
      return { x: frame.x - box.x, y: 0 };
    case "centre":
      return { x: frame.x + frame.width / 2 - (box.x + box.width / 2), y: 0 };
    case "right":
      return { x: frame.x + frame.width - (box.x + box.width), y: 0 };
    case "top":
      return { x: 0, y: frame.y - box.y };
    case "middle":
      return { x: 0, y: frame.y + frame.height / 2 - (box.y + box.height / 2) };
    case "bottom":
      return { x: 0, y: frame.y + frame.height - (box.y + box.height) };
  }
}
