import type { Raster, RowSpan } from "./raster";

/** PNG's filter types (W3C PNG 9.2) that are used here: each byte less what stands left of it, above it, or between. */
export const FILTERS = { sub: 1, up: 2, average: 3 } as const;
export type Filter = keyof typeof FILTERS;

/**
 * Rows ready for deflate: each a filter byte, then its filtered bytes. The first row looks only to its left,
 * so that the rows can be decoded whatever stands above them.
 */
export function filterRows(raster: Raster, { top, bottom }: RowSpan, filter: Filter): Uint8Array {
  const { width, channels, data } = raster;
  const stride = width * channels;
  const out = new Uint8Array((bottom - top) * (stride + 1));
  // Four bytes at a time, in rows that begin where a word does: the filter byte puts those of `out` elsewhere.
  const words = Math.ceil(stride / 4);
  let here = new Int32Array(words);
  let above = new Int32Array(words);
  const filtered = new Int32Array(words);
  const filteredBytes = new Uint8Array(filtered.buffer);
  for (let row = top; row < bottom; row += 1) {
    const to = (row - top) * (stride + 1);
    const used = row === top ? "sub" : filter;
    [here, above] = [above, here];
    new Uint8Array(here.buffer).set(data.subarray(row * stride, (row + 1) * stride));
    FILTER_ROW[used](here, above, filtered, channels === 3 ? 24 : 0);
    out[to] = FILTERS[used];
    out.set(stride === filteredBytes.length ? filteredBytes : filteredBytes.subarray(0, stride), to + 1);
  }
  return out;
}

/**
 * Filters a row, four bytes in a word, the first in its lowest bits. `shift` is 32 less the bits of a pixel: what
 * stands left of a word's bytes are the upper bits of the word before, and for three channels the lowest of its own.
 */
type FilterRow = (here: Int32Array, above: Int32Array, out: Int32Array, shift: 24 | 0) => void;

const FILTER_ROW: Record<Filter, FilterRow> = {
  sub(here, _above, out, shift) {
    let before = 0;
    for (let at = 0; at < here.length; at += 1) {
      const word = here[at] ?? 0;
      const left = shift === 0 ? before : (before >>> 8) | (word << 24);
      out[at] = lessBytes(word, left);
      before = word;
    }
  },
  up(here, above, out) {
    for (let at = 0; at < here.length; at += 1) out[at] = lessBytes(here[at] ?? 0, above[at] ?? 0);
  },
  average(here, above, out, shift) {
    let before = 0;
    for (let at = 0; at < here.length; at += 1) {
      const word = here[at] ?? 0;
      const left = shift === 0 ? before : (before >>> 8) | (word << 24);
      out[at] = lessBytes(word, meanBytes(left, above[at] ?? 0));
      before = word;
    }
  },
};

/** The upper bit of each byte of a word. */
const UPPER = 0x80808080 | 0;

/** Byte by byte a - b, modulo 256: no borrow leaves a byte whose upper bit is set in `a` and clear in `b`. */
function lessBytes(a: number, b: number): number {
  return (((a | UPPER) - (b & ~UPPER)) | 0) ^ ((a ^ ~b) & UPPER);
}

/** Byte by byte the mean of a and b, rounded down: what both have, and half of what one has. */
function meanBytes(a: number, b: number): number {
  return ((a & b) + (((a ^ b) & 0xfefefefe) >>> 1)) | 0;
}

/** Every so many rows are looked at when a filter is chosen. */
const SAMPLE = 4;

/** The filter that leaves the smallest residues, which is what deflate likes (W3C PNG 12.7), by a sample of the rows. */
export function bestFilter(raster: Raster, { top, bottom }: RowSpan): Filter {
  const { width, channels, data } = raster;
  const stride = width * channels;
  let sub = 0;
  let up = 0;
  let average = 0;
  for (let row = top + 1; row < bottom; row += SAMPLE) {
    const from = row * stride;
    for (let x = channels; x < stride; x += 1) {
      const here = data[from + x] ?? 0;
      const left = data[from + x - channels] ?? 0;
      const above = data[from + x - stride] ?? 0;
      sub += magnitude(here - left);
      up += magnitude(here - above);
      average += magnitude(here - ((left + above) >> 1));
    }
  }
  if (up <= sub && up <= average) return "up";
  return average < sub ? "average" : "sub";
}

/** A residue is a byte: -1 and 255 are the same, and as good as 1. */
function magnitude(residue: number): number {
  const byte = residue & 0xff;
  return byte < 128 ? byte : 256 - byte;
}
