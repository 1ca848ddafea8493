import { type Point, tidyBox } from "@/lib/template/geometry";
import { ENTRIES, entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import type { AddTool } from "./add-tool";

/** Where a new layer goes: at a click, or along a drag from one point to another. Canvas px. */
export type NewPlace = { at: Point } | { from: Point; to: Point; square: boolean; fromCentre: boolean };

/** Shares of a canvas's width that a text placed by a click takes at least. */
const NARROWEST = 0.2;

/** A new layer of the tool's kind where the pointer put it. Whole pixels. */
export function newLayerAt(document: Document, tool: AddTool, id: string, place: NewPlace): Layer {
  const preset = presetOf(tool);
  const layer = preset.create(id, document);
  if ("at" in place) return layerAtClick(document, layer, place.at);
  if (preset.drawn === "line")
    return lineAlong(layer, place.from, place.square ? even(place.from, place.to) : place.to);
  return layerInBox(layer, place);
}

/** The preset a tool places. Throws a RangeError for one that its type does not have. */
export function presetOf({ type, presetId }: AddTool) {
  const entry = ENTRIES[type];
  const preset = entry.presets.find(({ id }) => id === presetId);
  if (!preset) throw new RangeError(`Expected a preset of ${entry.label}, got "${presetId}".`);
  return preset;
}

/** What flows begins at the click with the middle of its first line; anything else has its middle there. */
function layerAtClick(document: Document, layer: Layer, at: Point): Layer {
  const y = Math.round(at.y - layer.height / 2);
  if (!entryOf(layer).flows) return { ...layer, x: Math.round(at.x - layer.width / 2), y };
  const room = document.width - at.x;
  const width = Math.round(Math.max(document.width * NARROWEST, Math.min(layer.width, room)));
  return fromItsStart({ ...layer, x: Math.round(at.x), y, width });
}

function layerInBox(
  layer: Layer,
  { from, to, square, fromCentre }: Extract<NewPlace, { from: Point }>,
): Layer {
  const end = square ? even(from, to) : to;
  const start = fromCentre ? { x: 2 * from.x - end.x, y: 2 * from.y - end.y } : from;
  const x = Math.round(Math.min(start.x, end.x));
  const y = Math.round(Math.min(start.y, end.y));
  const width = Math.max(1, Math.round(Math.abs(end.x - start.x)));
  const height = Math.max(1, Math.round(Math.abs(end.y - start.y)));
  if (!entryOf(layer).flows) return { ...layer, x, y, width, height };
  return fromItsStart({ ...layer, x, y, width, height: Math.max(layer.height, height) });
}

/** A line keeps its thickness: its box is turned to run from end to end. */
function lineAlong(layer: Layer, from: Point, to: Point): Layer {
  const length = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y)));
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const rotation = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return tidyBox({
    ...layer,
    x: middle.x - length / 2,
    y: middle.y - layer.height / 2,
    width: length,
    rotation: Math.round(rotation),
  });
}

/** The end of a drag with both sides as long as the longer one. */
function even(from: Point, to: Point): Point {
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return { x: from.x + side * (to.x < from.x ? -1 : 1), y: from.y + side * (to.y < from.y ? -1 : 1) };
}

/** A text that is placed by hand begins where the hand was. */
function fromItsStart(layer: Layer): Layer {
  return layer.type === "text" ? { ...layer, align: "start", verticalAlign: "top" } : layer;
}
