/** RGBA pixels, row by row, as a canvas gives them. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

export type PixelDifference = {
  /** Pixels that differ, as a share of all: 0 to 1. */
  share: number;
  /** What to lay over a picture: the colour of the mark where pixels differ, nothing elsewhere. */
  marks: Pixels;
};

/** What the same painter may round differently, of 255. */
const TOLERANCE = 3;
/** A strong magenta, which designs seldom use. */
const MARK = [219, 39, 119, 215] as const;

/**
 * Where two pictures of the same scale differ. They are laid on each other by their top left corners; what only one of
 * them has differs. Two pixels that nothing is seen of are the same, whatever their colour.
 */
export function pixelDifference(before: Pixels, after: Pixels): PixelDifference {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const data = new Uint8ClampedArray(width * height * 4);
  let changed = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (samePixel(before, after, x, y)) continue;
      changed += 1;
      data.set(MARK, (y * width + x) * 4);
    }
  }
  const all = width * height;
  return { share: all === 0 ? 0 : changed / all, marks: { width, height, data } };
}

function samePixel(before: Pixels, after: Pixels, x: number, y: number): boolean {
  const inBefore = x < before.width && y < before.height;
  const inAfter = x < after.width && y < after.height;
  if (!inBefore || !inAfter) return false;
  const one = (y * before.width + x) * 4;
  const other = (y * after.width + x) * 4;
  const alphas = [before.data[one + 3] ?? 0, after.data[other + 3] ?? 0];
  if (alphas[0] === 0 && alphas[1] === 0) return true;
  for (let channel = 0; channel < 4; channel += 1) {
    const distance = (before.data[one + channel] ?? 0) - (after.data[other + channel] ?? 0);
    if (Math.abs(distance) > TOLERANCE) return false;
  }
  return true;
}

/** The picture on a larger, empty ground, at its top left; the same picture where it is as large already. */
export function padded(pixels: Pixels, { width, height }: { width: number; height: number }): Pixels {
  if (pixels.width >= width && pixels.height >= height) return pixels;
  const size = { width: Math.max(width, pixels.width), height: Math.max(height, pixels.height) };
  const data = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = 0; y < pixels.height; y += 1) {
    const row = pixels.data.subarray(y * pixels.width * 4, (y + 1) * pixels.width * 4);
    data.set(row, y * size.width * 4);
  }
  return { ...size, data };
}

/** A share of pixels in words that do not round a change away. */
export function shareWords(share: number): string {
  if (share === 0) return "No pixel differs";
  const percent = share * 100;
  if (percent < 0.1) return "Under 0.1% of pixels differ";
  return `${percent >= 99.95 ? "100" : percent.toFixed(1)}% of pixels differ`;
}
