import type { Axis, Guide, Span } from "./snapping";

/** A place where a moving box would make two equal gaps with the neighbours `before` and `after`. */
export type GapCandidate = {
  /** Which part of the moving box has to come to `value`. */
  anchor: "start" | "centre" | "end";
  value: number;
  before: Span;
  after: Span;
  /** Whether the moving box stands in the same row (or column) as both neighbours, with room for it. */
  fits: (moving: Span) => boolean;
};

/**
 * Places of equal gaps on one axis: behind a pair at the pair's own distance, before a pair, and in the middle
 * between two. Only next neighbours make a pair, so there are about as many candidates as boxes.
 */
export function gapCandidates(spans: readonly Span[]): Record<GapCandidate["anchor"], GapCandidate[]> {
  const result: Record<GapCandidate["anchor"], GapCandidate[]> = { start: [], centre: [], end: [] };
  for (const [before, after] of neighbours(spans)) {
    const gap = after.start - before.end;
    const inRow = (moving: Span) => overlaps(moving, before) && overlaps(moving, after);
    if (!after.wall) {
      result.start.push({ anchor: "start", value: after.end + gap, before, after, fits: inRow });
    }
    if (!before.wall) {
      result.end.push({ anchor: "end", value: before.start - gap, before, after, fits: inRow });
    }
    result.centre.push({
      anchor: "centre",
      value: (before.end + after.start) / 2,
      before,
      after,
      fits: (moving) => inRow(moving) && moving.end - moving.start < gap,
    });
  }
  for (const list of Object.values(result)) list.sort((a, b) => a.value - b.value);
  return result;
}

/** The two gaps a snapped box makes, as measured distances. */
export function gapGuides(axis: Axis, gap: GapCandidate, moving: Span): Guide[] {
  const { before, after } = gap;
  switch (gap.anchor) {
    case "start":
      return [measure(axis, before, after), measure(axis, after, moving)];
    case "end":
      return [measure(axis, moving, before), measure(axis, before, after)];
    case "centre":
      return [measure(axis, before, moving), measure(axis, moving, after)];
  }
}

function measure(axis: Axis, low: Span, high: Span): Guide {
  const at = (Math.max(low.from, high.from) + Math.min(low.to, high.to)) / 2;
  return { kind: "gap", axis, from: low.end, to: high.start, at, distance: high.start - low.end };
}

function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Pairs with a gap between them in which nothing else of the same row stands, both ways, each pair once. */
function neighbours(spans: readonly Span[]): [Span, Span][] {
  const pairs = new Map<Span, Set<Span>>();
  const add = (before: Span, after: Span) => {
    pairs.set(before, (pairs.get(before) ?? new Set()).add(after));
  };
  for (const span of spans) {
    let right: Span | null = null;
    let left: Span | null = null;
    for (const other of spans) {
      if (other === span || !overlaps(span, other)) continue;
      if (other.start > span.end && (!right || other.start < right.start)) right = other;
      if (other.end < span.start && (!left || other.end > left.end)) left = other;
    }
    if (right) add(span, right);
    if (left) add(left, span);
  }
  return [...pairs].flatMap(([before, afters]) => [...afters].map((after): [Span, Span] => [before, after]));
}
