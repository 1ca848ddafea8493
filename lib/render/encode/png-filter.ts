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
  for (let row = top; row < bottom; row += 1) {
    const from = row * stride;
    const to = (row - top) * (stride + 1);
    const used = row === top ? "sub" : filter;
    out[to] = FILTERS[used];
    FILTER_ROW[used](data, from, out, to + 1, stride, channels);
  }
  return out;
}

type FilterRow = (
  data: Uint8Array,
  from: number,
  out: Uint8Array,
  to: number,
  stride: number,
  channels: number,
) => void;

const FILTER_ROW: Record<Filter, FilterRow> = {
  sub(data, from, out, to, stride, channels) {
    for (let x = 0; x < channels; x += 1) out[to + x] = data[from + x] ?? 0;
    for (let x = channels; x < stride; x += 1) {
      out[to + x] = (data[from + x] ?? 0) - (data[from + x - channels] ?? 0);
    }
  },
  up(data, from, out, to, stride) {
    for (let x = 0; x < stride; x += 1) {
      out[to + x] = (data[from + x] ?? 0) - (data[from + x - stride] ?? 0);
    }
  },
  average(data, from, out, to, stride, channels) {
    for (let x = 0; x < channels; x += 1) {
      out[to + x] = (data[from + x] ?? 0) - ((data[from + x - stride] ?? 0) >> 1);
    }
    for (let x = channels; x < stride; x += 1) {
      const between = ((data[from + x - channels] ?? 0) + (data[from + x - stride] ?? 0)) >> 1;
      out[to + x] = (data[from + x] ?? 0) - between;
    }
  },
};

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
