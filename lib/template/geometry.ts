import type { Size } from "./layer-entry";
import type { LayerBase } from "./primitives";
import type { Document } from "./schema";
import { pathTo } from "./tree";

/**
 * Where things are. Lengths in px, x to the right, y down; angles in degrees, clockwise. Layers turn about the
 * centre of their box and are never scaled or skewed, so every matrix here is a turn and a shift.
 */

export type Point = { x: number; y: number };
export type Rect = { x: number; y: number; width: number; height: number };
export type Box = Pick<LayerBase, "x" | "y" | "width" | "height" | "rotation">;

/** `[a b c d e f]` as in SVG and CSS: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that does `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The matrix that undoes this one. A matrix that flattens everything has none: RangeError. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c;
  if (determinant === 0)
    throw new RangeError("Expected a matrix that can be undone, got one of determinant 0.");
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

export function applyToPoint([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** A vector turned by the matrix; shifts do not touch it. */
export function applyToVector([a, b, c, d]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y, y: b * x + d * y };
}

/** A turn by `degrees` about a point. Quarter turns are exact. */
export function rotationAbout({ x, y }: Point, degrees: number): Matrix {
  const [cos, sin] = cosSin(degrees);
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

function cosSin(degrees: number): [cos: number, sin: number] {
  const turn = ((degrees % 360) + 360) % 360;
  if (turn === 0) return [1, 0];
  if (turn === 90) return [0, 1];
  if (turn === 180) return [-1, 0];
  if (turn === 270) return [0, -1];
  const radians = (turn * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}

/** The same angle from -180 (left out) to 180. */
export function normaliseAngle(degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
}

export function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** From the layer's own unrotated coordinates, its top left corner the origin, to its parent's. */
export function localToParent(box: Box): Matrix {
  return multiply(rotationAbout(centreOf(box), box.rotation), [1, 0, 0, 1, box.x, box.y]);
}

/** From a layer's own coordinates to the canvas; `null` is the canvas itself. A layer that does not exist: identity. */
export function worldMatrix(doc: Document, id: string | null): Matrix {
  if (id === null) return IDENTITY;
  return pathTo(doc, id).reduce((matrix, layer) => multiply(matrix, localToParent(layer)), IDENTITY);
}

/** Corners of the box in the coordinates `toOuter` leads to: top left, top right, bottom right, bottom left. */
export function cornersOf({ width, height }: Size, toOuter: Matrix): [Point, Point, Point, Point] {
  const at = (x: number, y: number) => applyToPoint(toOuter, { x, y });
  return [at(0, 0), at(width, 0), at(width, height), at(0, height)];
}

/** The upright rectangle around the layer in its parent. */
export function boundsInParent(box: Box): Rect {
  return boundsOfPoints(cornersOf(box, localToParent(box)));
}

/** The upright rectangle around the layer on the canvas. */
export function boundsOnCanvas(doc: Document, layer: Box & { id: string }): Rect {
  return boundsOfPoints(cornersOf(layer, worldMatrix(doc, layer.id)));
}

export function boundsOfPoints(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The upright rectangle around all of these; null for none. */
export function unionOf(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  return boundsOfPoints(
    rects.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}

/** The box turned about a point of its parent. */
export function rotateBox<B extends Box>(box: B, degrees: number, pivot: Point): B {
  const centre = applyToPoint(rotationAbout(pivot, degrees), centreOf(box));
  return {
    ...box,
    x: centre.x - box.width / 2,
    y: centre.y - box.height / 2,
    rotation: normaliseAngle(box.rotation + degrees),
  };
}

/** The box as seen from another parent so that it stays where it is: `move` leads from the old parent to the new. */
export function moveBox<B extends Box>(box: B, move: Matrix): B {
  const centre = applyToPoint(move, centreOf(box));
  const turn = (Math.atan2(move[1], move[0]) * 180) / Math.PI;
  return {
    ...box,
    x: centre.x - box.width / 2,
    y: centre.y - box.height / 2,
    rotation: normaliseAngle(box.rotation + turn),
  };
}

/** Coordinates to 0.0001 px and angles to a millionth of a degree: free of the dust of floating point. */
export function tidyBox<B extends Box>(box: B): B {
  const px = (length: number) => Math.round(length * 1e4) / 1e4 + 0;
  return {
    ...box,
    x: px(box.x),
    y: px(box.y),
    width: Math.max(1, px(box.width)),
    height: Math.max(1, px(box.height)),
    rotation: Math.round(box.rotation * 1e6) / 1e6 + 0,
  };
}

/** `after` tidied, or `before` itself when its box is the same: what did not move is not a new layer. */
export function movedLayer<B extends Box>(before: B, after: B): B {
  const tidy = tidyBox(after);
  const isSame =
    before.x === tidy.x &&
    before.y === tidy.y &&
    before.width === tidy.width &&
    before.height === tidy.height &&
    before.rotation === tidy.rotation;
  return isSame ? before : tidy;
}
