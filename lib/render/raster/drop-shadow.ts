import { parseColour, type Rgba } from "@/lib/paint/svg/colour";
import type { Tile } from "../compile/blend";
import { parseTransform } from "../svg-transform";
import { blurAlpha } from "./blur-alpha";

/** A shadow beneath what casts it. Offset and standard deviation of its blur in px of the canvas. */
export type DropShadow = { dx: number; dy: number; deviation: number; colour: Rgba };

/** SVG elements without their shadow and the opacity that they and it have as one, and both of these. */
export type Shadowed = { svg: string; shadow: DropShadow; opacity: number };

const SHADOWED =
  /^(<g transform="([^"]*)">)<filter id="([^"]+)" [^>]*><feDropShadow ([^>]*)\/><\/filter><g(?: opacity="([^"]*)")? filter="url\(#([^)]+)\)">(.*<\/g>)<\/g>$/s;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/gi;

/**
 * Takes the shadow off a layer that our own painter placed, where that is the last thing done to it; null for any
 * other. A rasteriser for all of SVG takes a second for each million pixels of a blurred shadow.
 */
export function readShadow(svg: string): Shadowed | null {
  const [, open, transform, id, list = "", opacity = "1", used, content] = SHADOWED.exec(svg) ?? [];
  const matrix = parseTransform(transform);
  if (open === undefined || content === undefined || id !== used || !matrix) return null;
  const attributes = new Map(Array.from(list.matchAll(ATTRIBUTE), ([, name, value]) => [name, value]));
  const number = (name: string) => Number(attributes.get(name) ?? Number.NaN);
  const [dx, dy] = [number("dx"), number("dy")];
  const [a, b, c, d] = matrix;
  const colour = parseColour(attributes.get("flood-color") ?? "");
  return {
    svg: open + content,
    shadow: {
      dx: a * dx + c * dy,
      dy: b * dx + d * dy,
      deviation: number("stdDeviation"),
      colour: { ...colour, alpha: Number(attributes.get("flood-opacity") ?? 1) },
    },
    opacity: Number(opacity),
  };
}

/** How far from what casts it a shadow leaves traces, px: three deviations hold all but 0.3 % of the blur. */
export function shadowReach({ dx, dy, deviation }: DropShadow): number {
  return Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) + 3 * deviation) + 1;
}

/** The shadow of a tile, as large as the tile: what is cast beyond its sides is lost. `scale` in pixels to a px. */
export function castShadow(tile: Tile, { dx, dy, deviation, colour }: DropShadow, scale: number): Tile {
  const { width, height } = tile;
  const [right, down] = [Math.round(dx * scale), Math.round(dy * scale)];
  const alpha = new Uint8Array(width * height);
  for (let y = Math.max(0, down); y < Math.min(height, height + down); y += 1) {
    for (let x = Math.max(0, right); x < Math.min(width, width + right); x += 1) {
      alpha[y * width + x] = tile.data[((y - down) * width + x - right) * 4 + 3] ?? 0;
    }
  }
  blurAlpha(alpha, width, height, deviation * scale);
  const data = new Uint8Array(width * height * 4);
  const { red, green, blue } = colour;
  for (let pixel = 0, at = 0; pixel < alpha.length; pixel += 1, at += 4) {
    const share = alpha[pixel] ?? 0;
    if (share === 0) continue;
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
    data[at + 3] = Math.round(share * colour.alpha);
  }
  return { ...tile, data };
}
