import { type CanvasChange, setCanvas } from "@/lib/template/commands/set-canvas";
import { setProperties } from "@/lib/template/commands/set-properties";
import { type Matrix, worldMatrix } from "@/lib/template/geometry";
import { fill as fillSchema } from "@/lib/template/primitives";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import type { Gradient } from "../../controls/gradient-stops";
import type { GradientTarget } from "./stage-tools";

/** A gradient and the box it fills: its size in px, and the way from the box to the canvas. */
export type FilledBox = { fill: Gradient; width: number; height: number; toCanvas: Matrix };

/** What a target holds; null when it is gone or filled with anything but a gradient. */
export function filledBox(document: Document, target: GradientTarget): FilledBox | null {
  if (target.kind === "canvas") {
    const { background, width, height } = document;
    if (!background || background.kind === "solid") return null;
    return { fill: background, width, height, toCanvas: worldMatrix(document, null) };
  }
  const layer = findLayer(document, target.id);
  const found = layer && fillSchema.safeParse(Reflect.get(layer, target.path));
  if (!layer || !found?.success || found.data.kind === "solid") return null;
  const { width, height } = layer;
  return { fill: found.data, width, height, toCanvas: worldMatrix(document, layer.id) };
}

/** The document with another gradient in the same place. */
export function withFill(document: Document, target: GradientTarget, fill: Gradient): Document {
  if (target.kind === "layer") {
    return setProperties(document, { ids: [target.id], values: { [target.path]: fill } });
  }
  const change: CanvasChange = { background: fill };
  return setCanvas(document, change);
}
