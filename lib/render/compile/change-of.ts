import type { Pixels } from "../encode/gif-indexes";
import type { Frame } from "./plates";
import { areaOf, intersection, type Region, union } from "./region";

/** In what a frame differs from the one before: one part, or several that lie far apart. */
export type Change = Pixels & { more?: readonly Pixels[] };

/** Side of the squares in which parts are told apart, px. */
const CELL = 64;

/** The smallest part of a frame that holds all in which it differs from another, or several small ones; null when nothing does. */
export function changeOf(before: Frame, frame: Frame): Change | null {
  const { width, data } = frame.raster;
  let whole: Region | null = null;
  for (const region of [...before.changed, ...frame.changed]) {
    const here = differenceIn(region, width, before.raster.data, data);
    if (here) whole = whole ? union(whole, here) : here;
  }
  if (!whole) return null;
  // Digits in two corners are little, though the canvas lies between them.
  const [first, ...more] = partsOf(whole, width, before.raster.data, data);
  const isMuchLess =
    first && 2 * [first, ...more].reduce((sum, part) => sum + areaOf(part), 0) < areaOf(whole);
  const cut = (region: Region) => cutOut(region, width, data);
  return isMuchLess && more.length > 0 ? { ...cut(first), more: more.map(cut) } : cut(whole);
}

/** What holding a change takes. */
export function bytesOfChange({ data, more = [] }: Change): number {
  return more.reduce((sum, part) => sum + part.data.length, data.length);
}

/** Where a region differs, square by square; those side by side are one. */
function partsOf(whole: Region, width: number, one: Uint8Array, other: Uint8Array): Region[] {
  const parts: Region[] = [];
  for (let top = whole.top; top < whole.bottom; top += CELL) {
    let beside: Region | null = null;
    for (let left = whole.left; left < whole.right; left += CELL) {
      const cell = intersection(whole, { left, top, right: left + CELL, bottom: top + CELL });
      const here = cell && differenceIn(cell, width, one, other);
      if (here && beside) beside = union(beside, here);
      else if (here) beside = here;
      else if (beside) {
        parts.push(beside);
        beside = null;
      }
    }
    if (beside) parts.push(beside);
  }
  return parts;
}

function cutOut(region: Region, width: number, data: Uint8Array): Pixels {
  const { left, top, right, bottom } = region;
  const row = (right - left) * 3;
  const cut = new Uint8Array(areaOf(region) * 3);
  for (let y = top; y < bottom; y += 1) {
    const from = (y * width + left) * 3;
    cut.set(data.subarray(from, from + row), (y - top) * row);
  }
  return { left, top, width: right - left, height: bottom - top, data: cut };
}

function differenceIn(region: Region, width: number, one: Uint8Array, other: Uint8Array): Region | null {
  let found: Region | null = null;
  for (let y = region.top; y < region.bottom; y += 1) {
    const start = (y * width + region.left) * 3;
    const end = (y * width + region.right) * 3;
    let from = start;
    while (from < end && one[from] === other[from]) from += 1;
    if (from === end) continue;
    let to = end;
    while (to > from && one[to - 1] === other[to - 1]) to -= 1;
    const row = {
      left: Math.floor(from / 3) - y * width,
      top: y,
      right: Math.ceil(to / 3) - y * width,
      bottom: y + 1,
    };
    found = found ? union(found, row) : row;
  }
  return found;
}
