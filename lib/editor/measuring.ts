import type { Rect } from "@/lib/template/geometry";
import type { Axis, Guide } from "./snapping";

/** A box along one axis, `from` and `to` across it. */
type Reach = { start: number; end: number; from: number; to: number };

const AXES: readonly Axis[] = ["x", "y"];
/** Distances shorter than this are none, px. */
const LEAST = 0.5;

/**
 * Distances from a box to its nearest neighbour on each axis: the one beside it in the same row, the one above or
 * below it in the same column. Boxes that it lies on have none. Canvas px.
 */
export function neighbourGaps(box: Rect, others: readonly Rect[]): Guide[] {
  return AXES.flatMap((axis) => {
    const moving = reachOf(axis, box);
    const gaps = others
      .map((other) => reachOf(axis, other))
      .filter((other) => other.from < moving.to && moving.from < other.to)
      .flatMap((other) => between(axis, moving, other) ?? [])
      .sort((one, other) => one.distance - other.distance);
    return gaps.slice(0, 1);
  });
}

/**
 * Distances between two boxes as Alt shows them: from side to facing side where they lie apart, between their left,
 * right, top and bottom sides where one lies in or over the other. Canvas px.
 */
export function distancesBetween(one: Rect, other: Rect): Guide[] {
  return AXES.flatMap((axis) => {
    const [a, b] = [reachOf(axis, one), reachOf(axis, other)];
    const apart = between(axis, a, b);
    if (apart) return [apart];
    const isOver = a.from < b.to && b.from < a.to;
    if (!isOver) return [];
    return [gap(axis, a.start, b.start, acrossOf(a, b)), gap(axis, a.end, b.end, acrossOf(a, b))].filter(
      ({ distance }) => distance >= LEAST,
    );
  });
}

type Gap = Extract<Guide, { kind: "gap" }>;

/** The gap between two that lie apart on the axis; null for others. */
function between(axis: Axis, a: Reach, b: Reach): Gap | null {
  if (b.start - a.end >= LEAST) return gap(axis, a.end, b.start, acrossOf(a, b));
  if (a.start - b.end >= LEAST) return gap(axis, b.end, a.start, acrossOf(a, b));
  return null;
}

function gap(axis: Axis, one: number, other: number, at: number): Gap {
  const [from, to] = one < other ? [one, other] : [other, one];
  return { kind: "gap", axis, from, to, at, distance: to - from };
}

/** The middle of what both share across the axis; the first one's own middle where they share nothing. */
function acrossOf(a: Reach, b: Reach): number {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from < to ? (from + to) / 2 : (a.from + a.to) / 2;
}

function reachOf(axis: Axis, { x, y, width, height }: Rect): Reach {
  return axis === "x"
    ? { start: x, end: x + width, from: y, to: y + height }
    : { start: y, end: y + height, from: x, to: x + width };
}
