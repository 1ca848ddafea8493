import sharp from "sharp";

/** Side of a window and how far apart windows lie, px. */
const WINDOW = 8;
const STEP = 4;

const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/**
 * How alike the brightness of two encoded pictures of equal size is: 1 for equal. The structural similarity index
 * (Wang, Bovik, Sheikh and Simoncelli, 2004, equation 13), the mean over square windows of equal weight.
 */
export async function ssim(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([brightness(one), brightness(other)]);
  if (a.width !== b.width || a.height !== b.height) throw new Error("pictures of unequal size were compared");
  let sum = 0;
  let windows = 0;
  for (let top = 0; top + WINDOW <= a.height; top += STEP) {
    for (let left = 0; left + WINDOW <= a.width; left += STEP) {
      sum += windowSsim(a.data, b.data, a.width, left, top);
      windows += 1;
    }
  }
  return sum / windows;
}

function windowSsim(a: Uint8Array, b: Uint8Array, width: number, left: number, top: number): number {
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let y = top; y < top + WINDOW; y += 1) {
    for (let at = y * width + left; at < y * width + left + WINDOW; at += 1) {
      const x = a[at] ?? 0;
      const z = b[at] ?? 0;
      sumA += x;
      sumB += z;
      sumAA += x * x;
      sumBB += z * z;
      sumAB += x * z;
    }
  }
  const count = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / count, sumB / count];
  const varianceA = sumAA / count - meanA * meanA;
  const varianceB = sumBB / count - meanB * meanB;
  const covariance = sumAB / count - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2))
  );
}

async function brightness(bytes: Uint8Array): Promise<{ data: Buffer; width: number; height: number }> {
  const image = sharp(bytes).flatten({ background: "#ffffff" }).greyscale().toColourspace("b-w");
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`expected brightness alone, got ${info.channels} channels`);
  return { data, width: info.width, height: info.height };
}
