import type { Pixels } from "./compare";

export type Extent = { left: number; right: number };

/** A pixel darker than this, of 255, is ink of dark text on white. */
const DARK = 160;

/**
 * The leftmost and rightmost ink of each band of rows, in px; null where a band has none. Bands are [top, bottom).
 */
export function inkExtents(
  picture: Pixels,
  bands: readonly (readonly [number, number])[],
): (Extent | null)[] {
  return bands.map(([top, bottom]) => {
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (let y = Math.max(0, Math.round(top)); y < Math.min(picture.height, Math.round(bottom)); y += 1) {
      for (let x = 0; x < picture.width; x += 1) {
        if ((picture.data[(y * picture.width + x) * 4] ?? 255) >= DARK) continue;
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    }
    return right < left ? null : { left, right };
  });
}
