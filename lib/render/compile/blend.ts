import type { Raster } from "../encode/raster";
import { intersection, type Region } from "./region";

/** A painted part of a picture: RGBA, alpha not multiplied in, its top left pixel at `left`, `top` of the frame. */
export type Tile = { left: number; top: number; width: number; height: number; data: Uint8Array };

/** Where a tile lies. */
export function regionOf({ left, top, width, height }: Omit<Tile, "data">): Region {
  return { left, top, right: left + width, bottom: top + height };
}

/** Lays a tile over a frame, in place, as CSS does (Compositing 1, 5.1, source over), inside `clip` where one is given. */
export function blendTile(frame: Raster, tile: Tile, clip?: Region): void {
  const whole = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  const inside = intersection(regionOf(tile), whole);
  const region = inside && clip ? intersection(inside, clip) : inside;
  if (!region) return;
  const { data: under, channels } = frame;
  const { data: over } = tile;
  for (let y = region.top; y < region.bottom; y += 1) {
    let to = (y * frame.width + region.left) * channels;
    let from = ((y - tile.top) * tile.width + (region.left - tile.left)) * 4;
    for (let x = region.left; x < region.right; x += 1, to += channels, from += 4) {
      const alpha = over[from + 3] ?? 0;
      layPixel(under, to, channels, over[from] ?? 0, over[from + 1] ?? 0, over[from + 2] ?? 0, alpha);
    }
  }
}

/** Puts the pixels of `from` back into `frame`, which has the same size and channels, inside a region. */
export function copyRegion(from: Uint8Array, frame: Raster, { left, top, right, bottom }: Region): void {
  const { width, channels, data } = frame;
  for (let y = top; y < bottom; y += 1) {
    const start = (y * width + left) * channels;
    const end = (y * width + right) * channels;
    data.set(from.subarray(start, end), start);
  }
}

/** Makes RGBA pixels as transparent as an opacity of all of them says, in place. */
export function fade(data: Uint8Array, opacity: number): void {
  if (opacity === 1) return;
  for (let at = 3; at < data.length; at += 4) data[at] = Math.round((data[at] ?? 0) * opacity);
}

/** The part of a tile that lies in an area, which must be inside of it. */
export function cropped(
  tile: Tile,
  area: { left: number; top: number; width: number; height: number },
): Tile {
  const { left, top, width, height } = area;
  if (width === tile.width && height === tile.height) return tile;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const from = ((top - tile.top + y) * tile.width + left - tile.left) * 4;
    data.set(tile.data.subarray(from, from + width * 4), y * width * 4);
  }
  return { left, top, width, height, data };
}

/** Lays one pixel over another, in place, `at` being where it begins; alpha from 0 to 255. */
export function layPixel(
  under: Uint8Array,
  at: number,
  channels: 3 | 4,
  red: number,
  green: number,
  blue: number,
  alpha: number,
): void {
  if (alpha === 0) return;
  if (alpha === 255 || (channels === 4 && under[at + 3] === 0)) {
    under[at] = red;
    under[at + 1] = green;
    under[at + 2] = blue;
    if (channels === 4) under[at + 3] = alpha;
    return;
  }
  const rest = 255 - alpha;
  if (channels === 3) {
    under[at] = by255(red * alpha + (under[at] ?? 0) * rest);
    under[at + 1] = by255(green * alpha + (under[at + 1] ?? 0) * rest);
    under[at + 2] = by255(blue * alpha + (under[at + 2] ?? 0) * rest);
    return;
  }
  // In 255ths of 255ths, so that nothing is rounded before the last step.
  const shareOver = alpha * 255;
  const shareUnder = (under[at + 3] ?? 0) * rest;
  const share = shareOver + shareUnder;
  under[at] = Math.round((red * shareOver + (under[at] ?? 0) * shareUnder) / share);
  under[at + 1] = Math.round((green * shareOver + (under[at + 1] ?? 0) * shareUnder) / share);
  under[at + 2] = Math.round((blue * shareOver + (under[at + 2] ?? 0) * shareUnder) / share);
  under[at + 3] = by255(share);
}

/** Divided by 255 and rounded, for 0 to 65,025. */
function by255(value: number): number {
  const shifted = value + 128;
  return (shifted + (shifted >> 8)) >> 8;
}
