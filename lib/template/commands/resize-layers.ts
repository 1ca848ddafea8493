import { fitGroupsAround } from "../fit-group";
import {
  applyToVector,
  boundsOnCanvas,
  invert,
  type Matrix,
  moveBox,
  movedLayer,
  type Point,
  type Rect,
  unionOf,
  worldMatrix,
} from "../geometry";
import { type Handle, resizeBox } from "../resize-box";
import { scaleLayer, withSize } from "../scale-layer";
import type { Document, Layer } from "../schema";
import { topmost, updateLayers } from "../tree";
import { accept } from "./accept";

export type ResizeLayers = {
  ids: readonly string[];
  handle: Handle;
  /** How far the handle was pulled, px on the canvas. */
  dx: number;
  dy: number;
  keepAspect?: boolean;
  fromCentre?: boolean;
  /** Scales font sizes, radii and strokes along when the change is even. */
  scaleContents?: boolean;
};

/**
 * Pulls a handle. One layer changes in its own turned frame; several change together, in the upright rectangle
 * around them.
 */
export function resizeLayers(doc: Document, args: ResizeLayers): Document {
  const places = topmost(doc, args.ids);
  const ids = places.map(({ layer }) => layer.id);
  const toCanvas = new Map(ids.map((id, index) => [id, worldMatrix(doc, places[index]?.parent?.id ?? null)]));
  const matrixOf = (layer: Layer) => toCanvas.get(layer.id) ?? worldMatrix(doc, null);
  const change =
    places.length === 1
      ? (layer: Layer) => pullOne(layer, matrixOf(layer), args)
      : pullTogether(unionOf(places.map(({ layer }) => boundsOnCanvas(doc, layer))), matrixOf, args);
  if (places.length === 0 || (args.dx === 0 && args.dy === 0)) return doc;
  return accept(doc, fitGroupsAround(updateLayers(doc, ids, change), ids));
}

function pullOne(layer: Layer, toCanvas: Matrix, args: ResizeLayers): Layer {
  const delta: Point = applyToVector(invert(toCanvas), { x: args.dx, y: args.dy });
  const box = resizeBox(layer, args.handle, delta, args);
  const resized = withSize(layer, box, args.scaleContents ?? false);
  return movedLayer(layer, { ...resized, x: box.x, y: box.y });
}

function pullTogether(
  bounds: Rect | null,
  matrixOf: (layer: Layer) => Matrix,
  args: ResizeLayers,
): (layer: Layer) => Layer {
  if (bounds === null || bounds.width === 0 || bounds.height === 0) return (layer) => layer;
  const around = { ...bounds, rotation: 0 };
  const after = resizeBox(around, args.handle, { x: args.dx, y: args.dy }, args);
  const horizontal = after.width / bounds.width;
  const vertical = after.height / bounds.height;
  return (layer) => {
    const toCanvas = matrixOf(layer);
    const onCanvas = moveBox(layer, toCanvas);
    const fromCorner = { ...onCanvas, x: onCanvas.x - bounds.x, y: onCanvas.y - bounds.y };
    const scaled = scaleLayer(fromCorner, horizontal, vertical, args.scaleContents ?? false);
    const placed = { ...scaled, x: scaled.x + after.x, y: scaled.y + after.y };
    return movedLayer(layer, moveBox(placed, invert(toCanvas)));
  };
}
