/** The values that the bottom and the top of a plot stand for, and where its grid lines are. */
export type ValueScale = { low: number; high: number; lines: number[] };

/** Grid lines aimed at; there are a few more or fewer, so that they stand at round numbers. */
const LINES = 4;

/** The narrowest span, as a share of its values and in all: numbers that differ by less cannot be told apart. */
const FINEST = 1e-9;
const SMALLEST = 1e-12;

/** What `auto` leaves below the lowest value, as a share of the span of values. */
const ROOM_BELOW = 0.1;

/**
 * The span of a plot: from 0, or with `auto` from a little below the lowest value where all are above 0 (a little
 * above the highest where all are below). With a grid both ends are round numbers, that is, grid lines.
 */
export function valueScale(
  values: readonly number[],
  { baseline, grid }: { baseline: "zero" | "auto"; grid: boolean },
): ValueScale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.abs(most) || 1) * ROOM_BELOW;
  const isAuto = baseline === "auto";
  const low = least >= 0 ? (isAuto ? Math.max(0, least - room) : 0) : least;
  const high = most <= 0 ? (isAuto ? Math.min(0, most + room) : 0) : most;
  const narrowest = Math.max(Math.abs(low), Math.abs(high)) * FINEST || 1;
  const span = { low, high: Math.max(high, low + Math.max(narrowest, SMALLEST)) };
  if (!grid) return { ...span, lines: [] };
  const step = roundStep((span.high - span.low) / LINES);
  const first = Math.floor(span.low / step);
  const last = Math.ceil(span.high / step);
  const lines = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, lines };
}

/** The next 1, 2, 5 or 10 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const times = [1, 2, 5].find((each) => each * power >= step) ?? 10;
  return times * power;
}
