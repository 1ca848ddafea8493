import type { Palette } from "./gif-palette";

/** How colours are brought down to those of a palette. */
export type Reduction = {
  /** By how much channels are moved up and down, in a pattern that is the same at the same place, so that areas between two colours do not break in steps. */
  dither: number;
  /** A pixel whose channels differ by no more than this from the one before it takes that one's colour: longer runs weigh less. */
  tolerance: number;
};

/** Pixels of a picture to which colours are given, RGB, and where they lie in it. */
export type Pixels = { left: number; top: number; width: number; height: number; data: Uint8Array };

/** The order of Bayer in 8 by 8, each as a share of -0.5 to 0.5. */
const PATTERN = Float32Array.from({ length: 64 }, (_, at) => {
  const [x, y] = [at & 7, at >> 3];
  let value = 0;
  for (let bit = 0; bit < 3; bit += 1) {
    const [bx, by] = [(x >> bit) & 1, (y >> bit) & 1];
    value |= ((bx ^ by) << (5 - 2 * bit)) | (by << (4 - 2 * bit));
  }
  return (value + 0.5) / 64 - 0.5;
});

/** An index of a palette for each pixel. */
export function indexesOf(pixels: Pixels, palette: Palette, { dither, tolerance }: Reduction): Uint8Array {
  const { left, top, width, height, data } = pixels;
  const { colours } = palette;
  const indexes = new Uint8Array(width * height);
  for (let y = 0, at = 0, to = 0; y < height; y += 1) {
    let before = -1;
    for (let x = 0; x < width; x += 1, at += 3, to += 1) {
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      let index = palette.indexOf(red, green, blue);
      if (!palette.isExact(index, red, green, blue)) {
        if (before >= 0 && differs(colours, before, red, green, blue) <= tolerance) index = before;
        else if (dither > 0) {
          const by = (PATTERN[((top + y) & 7) * 8 + ((left + x) & 7)] ?? 0) * dither;
          index = palette.indexOf(moved(red, by), moved(green, by), moved(blue, by));
        }
      }
      indexes[to] = index;
      before = index;
    }
  }
  return indexes;
}

function moved(channel: number, by: number): number {
  const value = Math.round(channel + by);
  return Math.min(255, Math.max(0, value));
}

/** The largest difference of a channel. */
function differs(colours: Uint8Array, index: number, red: number, green: number, blue: number): number {
  const at = index * 3;
  return Math.max(
    Math.abs((colours[at] ?? 0) - red),
    Math.abs((colours[at + 1] ?? 0) - green),
    Math.abs((colours[at + 2] ?? 0) - blue),
  );
}
