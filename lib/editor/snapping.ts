import type { Rect } from "@/lib/template/geometry";
import type { Size } from "@/lib/template/layer-entry";
import type { Guide as RulerGuide } from "@/lib/template/primitives";
import { type GapCandidate, gapCandidates, gapGuides } from "./snapping-gaps";

export type Axis = "x" | "y";

/**
 * What the stage draws while something snaps, canvas px. A `line` on axis x is a vertical line at x = `at` from
 * y = `from` to y = `to`. A `gap` on axis x is a measured distance from x = `from` to x = `to` at y = `at`.
 */
export type Guide =
  | { kind: "line"; axis: Axis; at: number; from: number; to: number }
  | { kind: "gap"; axis: Axis; from: number; to: number; at: number; distance: number };

/** How far to move on from the wanted place, canvas px, what to show for it, and which axes are held by it. */
export type Snap = {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
  readonly held: { readonly x: boolean; readonly y: boolean };
};

/** What there is to snap to besides boxes. */
export type SnapAids = {
  /** Lines drawn from the rulers. */
  guides?: readonly RulerGuide[];
  /** Distance of the lines of a grid, canvas px; it holds where nothing else is near. */
  grid?: number;
};

/** Which edges follow the pointer in a resize: the low one (left, top), the high one, or none on that axis. */
export type MovingEdges = { readonly x: Edge | null; readonly y: Edge | null };
export type Edge = "start" | "end";

/** Distance at which things snap, screen px; divide by the zoom for canvas px. */
export const SNAP_DISTANCE = 6;

/** Values closer than this are the same place, canvas px. */
export const SAME_PLACE = 0.01;

/** A box seen along one axis: `start` and `end` on it, `from` and `to` across it. */
export type Span = { start: number; end: number; from: number; to: number; wall: boolean };

type Line = { value: number; from: number; to: number };
type Index = { lines: readonly Line[]; gaps: Record<GapCandidate["anchor"], readonly GapCandidate[]> };
type Hit = { delta: number; preference: number };

export type Snapper = {
  /** Snaps a whole box by edges, centre and equal gaps. */
  move: (box: Rect, threshold: number) => Snap;
  /** Snaps the moving edges of a box that is being resized. */
  resize: (box: Rect, edges: MovingEdges, threshold: number) => Snap;
};

/**
 * Prepares the still boxes once, at the start of a gesture, so that each pointer move costs a few binary
 * searches instead of a walk over all layers.
 */
export function createSnapper(others: readonly Rect[], canvas: Size, aids: SnapAids = {}): Snapper {
  const frame: Rect = { x: 0, y: 0, ...canvas };
  const { guides: drawn = [], grid } = aids;
  const index = { x: indexAxis("x", others, frame, drawn), y: indexAxis("y", others, frame, drawn) };
  const toGrid = (at: number) => (grid === undefined ? null : Math.round(at / grid) * grid - at);
  return {
    move: (box, threshold) => {
      const dx = bestDelta(index.x, spanOf("x", box), ["start", "centre", "end"], true, threshold);
      const dy = bestDelta(index.y, spanOf("y", box), ["start", "centre", "end"], true, threshold);
      const moved = { ...box, x: box.x + (dx ?? 0), y: box.y + (dy ?? 0) };
      const guides = [
        ...(dx === null ? [] : guidesOf("x", index.x, spanOf("x", moved), ["start", "centre", "end"], true)),
        ...(dy === null ? [] : guidesOf("y", index.y, spanOf("y", moved), ["start", "centre", "end"], true)),
      ];
      const [gx, gy] = [dx ?? toGrid(box.x), dy ?? toGrid(box.y)];
      return { dx: gx ?? 0, dy: gy ?? 0, guides, held: { x: gx !== null, y: gy !== null } };
    },
    resize: (box, edges, threshold) => {
      const dx = edges.x && bestDelta(index.x, spanOf("x", box), [edges.x], false, threshold);
      const dy = edges.y && bestDelta(index.y, spanOf("y", box), [edges.y], false, threshold);
      const moved = moveEdges(box, edges, dx ?? 0, dy ?? 0);
      const guides = [
        ...(edges.x && dx !== null ? guidesOf("x", index.x, spanOf("x", moved), [edges.x], false) : []),
        ...(edges.y && dy !== null ? guidesOf("y", index.y, spanOf("y", moved), [edges.y], false) : []),
      ];
      const gx = edges.x && (dx ?? toGrid(anchorValue(spanOf("x", box), edges.x)));
      const gy = edges.y && (dy ?? toGrid(anchorValue(spanOf("y", box), edges.y)));
      return { dx: gx ?? 0, dy: gy ?? 0, guides, held: { x: gx !== null, y: gy !== null } };
    },
  };
}

function moveEdges(box: Rect, edges: MovingEdges, dx: number, dy: number): Rect {
  return {
    x: box.x + (edges.x === "start" ? dx : 0),
    y: box.y + (edges.y === "start" ? dy : 0),
    width: box.width + (edges.x === "start" ? -dx : dx),
    height: box.height + (edges.y === "start" ? -dy : dy),
  };
}

function spanOf(axis: Axis, box: Rect): Span {
  return axis === "x"
    ? { start: box.x, end: box.x + box.width, from: box.y, to: box.y + box.height, wall: false }
    : { start: box.y, end: box.y + box.height, from: box.x, to: box.x + box.width, wall: false };
}

type Anchor = Edge | "centre";
function anchorValue(span: Span, anchor: Anchor): number {
  if (anchor === "centre") return (span.start + span.end) / 2;
  return span[anchor];
}

function indexAxis(axis: Axis, others: readonly Rect[], frame: Rect, drawn: readonly RulerGuide[]): Index {
  const spans = others.map((box) => spanOf(axis, box));
  const canvas = spanOf(axis, frame);
  const ofBoxes = [...spans, canvas].flatMap((span) =>
    (["start", "centre", "end"] as const).map((anchor) => ({
      value: anchorValue(span, anchor),
      from: span.from,
      to: span.to,
    })),
  );
  const ofGuides = drawn
    .filter((guide) => guide.axis === axis)
    .map(({ at }) => ({ value: at, from: canvas.from, to: canvas.to }));
  const lines = [...ofBoxes, ...ofGuides].sort((a, b) => a.value - b.value);
  const walls: Span[] = [
    { ...canvas, end: canvas.start, wall: true },
    { ...canvas, start: canvas.end, wall: true },
  ];
  return { lines, gaps: gapCandidates([...spans, ...walls]) };
}

function bestDelta(
  index: Index,
  span: Span,
  anchors: readonly Anchor[],
  withGaps: boolean,
  threshold: number,
): number | null {
  const hits: Hit[] = [];
  for (const anchor of anchors) {
    const value = anchorValue(span, anchor);
    for (const line of within(index.lines, value, threshold)) {
      hits.push({ delta: line.value - value, preference: 0 });
    }
    if (!withGaps) continue;
    for (const gap of within(index.gaps[anchor], value, threshold)) {
      if (gap.fits(span)) hits.push({ delta: gap.value - value, preference: 1 });
    }
  }
  hits.sort((a, b) => Math.abs(a.delta) - Math.abs(b.delta) || a.preference - b.preference);
  return hits[0]?.delta ?? null;
}

/** Guides for everything that holds at the snapped place, so that two alignments at once are both shown. */
function guidesOf(
  axis: Axis,
  index: Index,
  span: Span,
  anchors: readonly Anchor[],
  withGaps: boolean,
): Guide[] {
  const guides: Guide[] = [];
  for (const anchor of anchors) {
    const at = anchorValue(span, anchor);
    const lines = within(index.lines, at, SAME_PLACE);
    if (lines.length > 0) {
      const from = Math.min(span.from, ...lines.map((line) => line.from));
      const to = Math.max(span.to, ...lines.map((line) => line.to));
      guides.push({ kind: "line", axis, at, from, to });
    }
    if (!withGaps) continue;
    for (const gap of within(index.gaps[anchor], at, SAME_PLACE)) {
      if (gap.fits(span)) guides.push(...gapGuides(axis, gap, span));
    }
  }
  return guides;
}

/** The entries whose value lies within `threshold` of `value`, found by binary search in a sorted list. */
export function within<T extends { value: number }>(
  sorted: readonly T[],
  value: number,
  threshold: number,
): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.value ?? Number.POSITIVE_INFINITY) < value - threshold) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < sorted.length; at += 1) {
    const entry = sorted[at];
    if (!entry || entry.value > value + threshold) break;
    found.push(entry);
  }
  return found;
}
