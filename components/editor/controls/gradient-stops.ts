import { mixPremultiplied, parseColour } from "@/lib/paint/svg/colour";
import { LIMITS } from "@/lib/template/limits";
import type { Fill } from "@/lib/template/primitives";

export type Gradient = Extract<Fill, { stops: unknown }>;
export type Stops = Gradient["stops"];

/** Stops in the order of their places, and where the one that was changed stands among them. */
export type Arranged = { stops: Stops; index: number };

/**
 * The stops with another one at `offset`, in the colour that is there; null when there are as many as can be. Stops
 * are kept in order, since CSS lets none lie before an earlier one.
 */
export function withStop(stops: Stops, offset: number): Arranged | null {
  if (stops.length >= LIMITS.gradientStops) return null;
  const added = { offset: share(offset), color: colourAt(stops, offset) };
  return arranged([...stops, added], added);
}

/** The stops with one of them at another place. */
export function withStopAt(stops: Stops, index: number, offset: number): Arranged {
  const stop = stops[index];
  if (!stop) return { stops, index };
  const moved = { ...stop, offset: share(offset) };
  return arranged(stops.with(index, moved), moved);
}

/** The stops without one; null when it is one of the last two. */
export function withoutStop(stops: Stops, index: number): Arranged | null {
  if (stops.length <= 2 || !stops[index]) return null;
  const left = stops.toSpliced(index, 1);
  return { stops: left, index: Math.min(index, left.length - 1) };
}

function arranged(stops: Stops, of: Stops[number]): Arranged {
  const sorted = stops.toSorted((a, b) => a.offset - b.offset);
  return { stops: sorted, index: sorted.indexOf(of) };
}

/** The colour between the two stops around a place, as the painter mixes it. */
function colourAt(stops: Stops, offset: number): string {
  const sorted = stops.toSorted((a, b) => a.offset - b.offset);
  const after = sorted.find((stop) => stop.offset > offset);
  const before = sorted.findLast((stop) => stop.offset <= offset);
  if (!before || !after) return (before ?? after)?.color ?? "#000000";
  const part = (offset - before.offset) / (after.offset - before.offset);
  return mixPremultiplied(parseColour(before.color), parseColour(after.color), part);
}

/** A share in hundredths. */
function share(offset: number): number {
  return Math.round(Math.min(1, Math.max(0, offset)) * 100) / 100;
}
