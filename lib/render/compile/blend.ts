import type { Raster } from "../encode/raster";
import { intersection, type Region } from "./region";

/** A painted part of a picture: RGBA, alpha not multiplied in, its top left pixel at `left`, `top` of the frame. */
export type Tile = { left: number; top: number; width: number; height: number; data: Uint8Array };

/** Where a tile lies. */
export function regionOf({ left, top, width, height }: Tile): Region {
  return { left, top, right: left + width, bottom: top + height };
}

/** Lays a tile over a frame, in place, as CSS does (Compositing 1, 5.1, source over), inside `clip` where one is given. */
export function blendTile(frame: Raster, tile: Tile, clip?: Region): void {
  const whole = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  const inside = intersection(regionOf(tile), whole);
  const region = inside && clip ? intersection(inside, clip) : inside;
  if (!region) return;
  if (frame.channels === 3) blendOpaque(frame, tile, region);
  else blendClear(frame, tile, region);
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

function blendOpaque(frame: Raster, tile: Tile, { left, top, right, bottom }: Region): void {
  const { data: under } = frame;
  const { data: over } = tile;
  for (let y = top; y < bottom; y += 1) {
    let to = (y * frame.width + left) * 3;
    let from = ((y - tile.top) * tile.width + (left - tile.left)) * 4;
    for (let x = left; x < right; x += 1, to += 3, from += 4) {
      const alpha = over[from + 3] ?? 0;
      if (alpha === 0) continue;
      if (alpha === 255) {
        under[to] = over[from] ?? 0;
        under[to + 1] = over[from + 1] ?? 0;
        under[to + 2] = over[from + 2] ?? 0;
        continue;
      }
      const rest = 255 - alpha;
      under[to] = by255((over[from] ?? 0) * alpha + (under[to] ?? 0) * rest);
      under[to + 1] = by255((over[from + 1] ?? 0) * alpha + (under[to + 1] ?? 0) * rest);
      under[to + 2] = by255((over[from + 2] ?? 0) * alpha + (under[to + 2] ?? 0) * rest);
    }
  }
}

function blendClear(frame: Raster, tile: Tile, { left, top, right, bottom }: Region): void {
  const { data: under } = frame;
  const { data: over } = tile;
  for (let y = top; y < bottom; y += 1) {
    let to = (y * frame.width + left) * 4;
    let from = ((y - tile.top) * tile.width + (left - tile.left)) * 4;
    for (let x = left; x < right; x += 1, to += 4, from += 4) {
      const alpha = over[from + 3] ?? 0;
      if (alpha === 0) continue;
      // In 255ths of 255ths, so that nothing is rounded before the last step.
      const shareOver = alpha * 255;
      const shareUnder = (under[to + 3] ?? 0) * (255 - alpha);
      const share = shareOver + shareUnder;
      for (let channel = 0; channel < 3; channel += 1) {
        const sum = (over[from + channel] ?? 0) * shareOver + (under[to + channel] ?? 0) * shareUnder;
        under[to + channel] = Math.round(sum / share);
      }
      under[to + 3] = by255(share);
    }
  }
}

/** Divided by 255 and rounded, for 0 to 65,025. */
function by255(value: number): number {
  const shifted = value + 128;
  return (shifted + (shifted >> 8)) >> 8;
}
