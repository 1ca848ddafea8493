import type { Fill } from "@/lib/template/primitives";
import { colourAttributes, mixPremultiplied, parseColour } from "./colour";
import { px } from "./numbers";

type Stop = { offset: number; color: string };

/** Attributes for the filled element, and the definition they refer to, empty for a plain colour. */
export type FillPaint = { attributes: string; definition: string };

/** Steps between two stops of different opacity, fine enough to be invisible. */
const OPACITY_STEPS = 32;

/**
 * A fill over a box of `width` x `height` px whose top left corner is the origin. One meaning for every kind
 * of shape, that of CSS: `linear-gradient(<angle>deg, ...)` with its gradient line (CSS Images 3, 3.1.1), and
 * `radial-gradient(farthest-side at center, ...)`, an ellipse that ends at the box's sides, as design tools draw it. Written as an SVG
 * gradient in the shape's own coordinates: satori's form of it, a tiled pattern, took 3.5 times as long to
 * rasterise. `id` names the definition and must be unique in the picture.
 */
export function fillPaint(fill: Fill | null, width: number, height: number, id: string): FillPaint {
  if (!fill) return { attributes: 'fill="none"', definition: "" };
  if (fill.kind === "solid") return { attributes: colourAttributes("fill", fill.color), definition: "" };
  const attributes = `fill="url(#${id})"`;
  const stops = cssStops(fill.stops)
    .map(({ offset, color }) => `<stop offset="${offset}" ${colourAttributes("stop", color)}/>`)
    .join("");
  if (fill.kind === "radial") {
    const transform = `translate(${px(width / 2)} ${px(height / 2)}) scale(${px(width / 2)} ${px(height / 2)})`;
    return {
      attributes,
      definition: `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="${transform}">${stops}</radialGradient>`,
    };
  }
  const { x1, y1, x2, y2 } = gradientLine(fill.angle, width, height);
  return {
    attributes,
    definition: `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}">${stops}</linearGradient>`,
  };
}

/** The gradient line of CSS: through the centre, so long that the corners it points at get the end colours. */
export function gradientLine(angle: number, width: number, height: number) {
  const radians = (angle * Math.PI) / 180;
  const sin = Math.sin(radians);
  const cos = Math.cos(radians);
  const half = (Math.abs(width * sin) + Math.abs(height * cos)) / 2;
  return {
    x1: width / 2 - sin * half,
    y1: height / 2 + cos * half,
    x2: width / 2 + sin * half,
    y2: height / 2 - cos * half,
  };
}

/**
 * Stops as CSS reads them: none lies before an earlier one, and colours of different opacity mix premultiplied.
 * SVG mixes them unpremultiplied, so such stretches are cut into short ones.
 */
function cssStops(stops: readonly Stop[]): Stop[] {
  const result: Stop[] = [];
  for (const stop of stops) {
    const last = result.at(-1);
    const offset = Math.max(stop.offset, last?.offset ?? 0);
    if (last) result.push(...between(last, { offset, color: stop.color }));
    result.push({ offset, color: stop.color });
  }
  return result;
}

function between(from: Stop, to: Stop): Stop[] {
  const start = parseColour(from.color);
  const end = parseColour(to.color);
  if (start.alpha === end.alpha || from.offset === to.offset) return [];
  return Array.from({ length: OPACITY_STEPS - 1 }, (_, index) => {
    const share = (index + 1) / OPACITY_STEPS;
    const offset = from.offset + (to.offset - from.offset) * share;
    return { offset: Math.round(offset * 1e5) / 1e5, color: mixPremultiplied(start, end, share) };
  });
}
