import type { Control } from "../layer-entry";
import { entryOf } from "../registry";
import type { Document, Layer } from "../schema";
import { findLayer } from "../tree";
import { setProperties } from "./set-properties";

type Paint = Extract<Control, { kind: "color" | "fill" | "stroke" }>;

/**
 * What people call the colour of a layer: the first paint its inspector offers for it as it is, such as the colour of
 * a text, the fill of a shape, the stroke of a line. Null for a layer that has none, such as a picture.
 */
export function mainPaint(layer: Layer): Paint | null {
  for (const { controls } of entryOf(layer).sections) {
    for (const control of controls) {
      const isPaint = control.kind === "color" || control.kind === "fill" || control.kind === "stroke";
      if (isPaint && (control.when?.(layer) ?? true)) return control;
    }
  }
  return null;
}

/** Gives layers a colour where theirs is. A gradient becomes that colour; a stroke that is not there stays away. */
export function setMainColor(
  doc: Document,
  { ids, color }: { ids: readonly string[]; color: string },
): Document {
  return ids.reduce((before, id) => {
    const layer = findLayer(before, id);
    const paint = layer && mainPaint(layer);
    if (!layer || !paint) return before;
    return setProperties(before, { ids: [id], values: valuesOf(paint, layer, color) });
  }, doc);
}

function valuesOf({ kind, path }: Paint, layer: Layer, color: string): Record<string, unknown> {
  if (kind === "color") return { [path]: color };
  if (kind === "fill") return { [path]: { kind: "solid", color } };
  return Reflect.get(layer, path) ? { [`${path}.color`]: color } : {};
}
