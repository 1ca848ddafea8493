import { gradientLine } from "@/lib/paint/svg/fill-paint";
import type { Point } from "@/lib/template/geometry";
import type { Gradient } from "../../controls/gradient-stops";

type Size = { width: number; height: number };

/** From where the first colour is to where the last one is, px of the box that is filled. */
export type Line = { from: Point; to: Point };

/** The line that the stops of a gradient stand on: its own for a linear one, from the middle to the right for a radial one. */
export function lineOf(fill: Gradient, { width, height }: Size): Line {
  if (fill.kind === "radial") {
    return { from: { x: width / 2, y: height / 2 }, to: { x: width, y: height / 2 } };
  }
  const { x1, y1, x2, y2 } = gradientLine(fill.angle, width, height);
  return { from: { x: x1, y: y1 }, to: { x: x2, y: y2 } };
}

export function pointAlong({ from, to }: Line, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** How far along a line the point of it lies that is nearest to `at`: 0 to 1. */
export function shareAlong({ from, to }: Line, at: Point): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = ((at.x - from.x) * x + (at.y - from.y) * y) / Math.max(1e-9, x * x + y * y);
  return Math.min(1, Math.max(0, along));
}

/** Steps of an angle while Shift is held, degrees. */
const STEP = 15;

/**
 * The CSS angle, whole degrees from 0 to 359, of a linear gradient one of whose ends is pulled to a point: the line
 * always goes through the middle of the box.
 */
export function angleTo({ width, height }: Size, at: Point, end: "from" | "to", inSteps: boolean): number {
  const away = end === "to" ? 1 : -1;
  const [x, y] = [(at.x - width / 2) * away, (at.y - height / 2) * away];
  const degrees = (Math.atan2(x, -y) * 180) / Math.PI;
  const step = inSteps ? STEP : 1;
  return ((((Math.round(degrees / step) * step) % 360) + 360) % 360) + 0;
}
