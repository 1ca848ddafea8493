import type { View } from "@/lib/editor/view";
import { applyToPoint, invert, type Matrix, multiply, type Point } from "@/lib/template/geometry";

/** Between a layer's own box, px, and the stage on the screen, CSS px from its top left. */
export type OnScreen = {
  matrix: Matrix;
  toScreen: (point: Point) => Point;
  toBox: (point: Point) => Point;
};

/** `toCanvas` leads from the box to the canvas. */
export function onScreen(view: View, toCanvas: Matrix): OnScreen {
  const matrix = multiply([view.zoom, 0, 0, view.zoom, view.x, view.y], toCanvas);
  const back = invert(matrix);
  return {
    matrix,
    toScreen: (point) => applyToPoint(matrix, point),
    toBox: (point) => applyToPoint(back, point),
  };
}

/** Where a pointer is on the stage, CSS px from the top left of an element that lies over all of it. */
export function pointOn(
  element: Element | null,
  { clientX, clientY }: { clientX: number; clientY: number },
): Point {
  const box = element?.getBoundingClientRect();
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
}

/** Points as an SVG attribute. */
export function pointList(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(" ");
}
