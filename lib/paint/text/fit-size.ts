/** Sizes are tried in steps of this many px, so that a size reads well and stays put while a box is dragged. */
const STEP = 0.1;

/**
 * The largest size from `designed` down to `minimum` px, in steps of 0.1 px, for which `fits` holds. It must
 * hold for all sizes below one for which it holds. `minimum` when none fits.
 */
export function largestFittingSize(
  designed: number,
  minimum: number,
  fits: (size: number) => boolean,
): { size: number; fitted: boolean } {
  if (fits(designed)) return { size: designed, fitted: true };
  const smallest = Math.min(minimum, designed);
  let low = Math.ceil(smallest / STEP - 1e-9);
  let high = Math.ceil(designed / STEP - 1e-9) - 1;
  let best: number | null = null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // Dividing by ten gives the double nearest to the decimal, which multiplying by 0.1 does not.
    if (fits(middle / 10)) {
      best = middle / 10;
      low = middle + 1;
    } else high = middle - 1;
  }
  if (best !== null) return { size: best, fitted: true };
  return { size: smallest, fitted: fits(smallest) };
}
