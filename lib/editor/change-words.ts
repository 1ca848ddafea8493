import { boundsOnCanvas, type Point } from "@/lib/template/geometry";
import type { Document, Layer } from "@/lib/template/schema";
import { topmost, walkLayers } from "@/lib/template/tree";
import { layersLabel } from "./layer-label";
import { layersById } from "./layers-by-id";

/**
 * What a change did to the layers, for those who do not see the canvas: "Heading moved 12 px right, 40 px down.",
 * "3 layers added.". Empty where nothing came, went, moved, was resized, turned, hidden or locked: then the name of the
 * step says what there is to say. `selection` tells what was meant where a group follows what it holds.
 */
export function changeWords(before: Document, after: Document, selection: readonly string[]): string {
  if (before.layers === after.layers) return "";
  const old = layersById(before);
  const now = layersById(after);
  const came = [...now.keys()].filter((id) => !old.has(id));
  const went = [...old.keys()].filter((id) => !now.has(id));
  // Grouped and taken apart: what was in hand is there still, and the step's name says it.
  if (came.length > 0 && went.length > 0) return "";
  if (came.length > 0) {
    const made = topmost(after, came).map(({ layer }) => layer);
    const holdsOld = made.some((layer) => heldBy(layer).some(({ id }) => old.has(id)));
    return holdsOld ? "" : `${layersLabel(made)} added.`;
  }
  if (went.length > 0) {
    const gone = topmost(before, went).map(({ layer }) => layer);
    const leftSome = gone.some((layer) => heldBy(layer).some(({ id }) => now.has(id)));
    return leftSome ? "" : `${layersLabel(gone)} deleted.`;
  }
  const pairs = [...now.values()].flatMap((layer) => {
    const was = old.get(layer.id);
    if (!was || was === layer) return [];
    // On the canvas: a group that follows what it holds changes where the others lie in it.
    const [from, to] = [boundsOnCanvas(before, was), boundsOnCanvas(after, layer)];
    const pair = { was, layer, by: { x: to.x - from.x, y: to.y - from.y } };
    return differs(pair) ? [pair] : [];
  });
  const chosen = new Set(selection);
  const meant = pairs.filter(({ layer }) => chosen.has(layer.id));
  return wordsFor(meant.length > 0 ? meant : pairs);
}

/** A layer before and after; `by` is how far its corner came on the canvas, px. */
type Pair = { was: Layer; layer: Layer; by: Point };

function wordsFor(pairs: readonly Pair[]): string {
  const [first] = pairs;
  if (!first) return "";
  const name = layersLabel(pairs.map(({ layer }) => layer));
  const every = (test: (pair: Pair) => boolean) => pairs.every(test);
  if (every(({ was, layer }) => was.visible !== layer.visible)) {
    return `${name} ${first.layer.visible ? "shown" : "hidden"}.`;
  }
  if (every(({ was, layer }) => was.locked !== layer.locked)) {
    return `${name} ${first.layer.locked ? "locked" : "unlocked"}.`;
  }
  const resized = pairs.some(
    ({ was, layer }) => !same(was.width, layer.width) || !same(was.height, layer.height),
  );
  if (resized) {
    const { width, height } = first.layer;
    return pairs.length > 1 ? `${name} resized.` : `${name} is ${round(width)} by ${round(height)} px.`;
  }
  if (pairs.some(({ was, layer }) => !same(was.rotation, layer.rotation))) {
    return pairs.length > 1 ? `${name} turned.` : `${name} is turned to ${round(first.layer.rotation)}°.`;
  }
  const together = every(({ by }) => same(by.x, first.by.x) && same(by.y, first.by.y));
  return together ? `${name} moved ${wayOf(first.by)}.` : `${name} moved.`;
}

/** A way on the canvas in words. Lengths in px. */
function wayOf({ x, y }: Point): string {
  const across = same(x, 0) ? [] : [`${round(Math.abs(x))} px ${x > 0 ? "right" : "left"}`];
  const down = same(y, 0) ? [] : [`${round(Math.abs(y))} px ${y > 0 ? "down" : "up"}`];
  return [...across, ...down].join(", ");
}

function differs({ was, layer, by }: Pair): boolean {
  return (
    was.visible !== layer.visible ||
    was.locked !== layer.locked ||
    !same(by.x, 0) ||
    !same(by.y, 0) ||
    !(["width", "height", "rotation"] as const).every((side) => same(was[side], layer[side]))
  );
}

function heldBy(layer: Layer): Layer[] {
  return Array.from(walkLayers([layer]), (place) => place.layer).filter((inner) => inner !== layer);
}

/** What is shown rounded to a tenth of a px is the same when it rounds to the same. */
const round = (value: number): number => Math.round(value * 10) / 10;
const same = (one: number, other: number): boolean => Math.abs(one - other) < 0.05;
