import type { Shadow } from "@/lib/template/primitives";
import { type Bounds, growBounds, unionBounds } from "../bounds";
import type { Painted } from "../layers/layer-painter";
import { colourAttributes } from "./colour";
import { px } from "./numbers";

/**
 * Opacity and shadow of a layer, over everything in it at once: parts that overlap do not shine through each
 * other. The blur is CSS's blur radius, twice the standard deviation (CSS Backgrounds 3, 6.1.1).
 */
export function withEffects(
  painted: Painted,
  layer: { id: string; opacity: number; shadow: Shadow | null },
): Painted {
  if (!painted.ink) return painted;
  const shadow = layer.shadow && castShadow(painted.ink, layer.shadow, `${layer.id}.shadow`);
  const opacity = layer.opacity < 1 ? ` opacity="${px(layer.opacity)}"` : "";
  if (!shadow && opacity === "") return painted;
  const filter = shadow ? ` filter="url(#${layer.id}.shadow)"` : "";
  return {
    svg: `${shadow?.definition ?? ""}<g${opacity}${filter}>${painted.svg}</g>`,
    ink: shadow?.ink ?? painted.ink,
  };
}

function castShadow(ink: Bounds, shadow: Shadow, id: string): { definition: string; ink: Bounds } {
  const deviation = shadow.blur / 2;
  const moved = {
    left: ink.left + shadow.x,
    top: ink.top + shadow.y,
    right: ink.right + shadow.x,
    bottom: ink.bottom + shadow.y,
  };
  // Three standard deviations hold all but 0.3 % of the blur; one px more for rounding.
  const reach = growBounds(moved, deviation * 3 + 1);
  const region = unionBounds([growBounds(ink, 1), reach]) ?? reach;
  const size = `x="${px(region.left)}" y="${px(region.top)}" width="${px(region.right - region.left)}" height="${px(region.bottom - region.top)}"`;
  const drop = `<feDropShadow dx="${px(shadow.x)}" dy="${px(shadow.y)}" stdDeviation="${px(deviation)}" ${colourAttributes("flood", shadow.color)}/>`;
  return {
    definition: `<filter id="${id}" filterUnits="userSpaceOnUse" ${size} color-interpolation-filters="sRGB">${drop}</filter>`,
    ink: region,
  };
}
