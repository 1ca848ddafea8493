import { PNG } from "pngjs";

export type Box = { x: number; y: number; width: number; height: number };

export type Pixels = { width: number; height: number; data: Uint8Array };

export function readPng(bytes: Buffer): Pixels {
  const { width, height, data } = PNG.sync.read(bytes);
  return { width, height, data };
}

/**
 * A channel that differs by more than this, of 255, makes a pixel differ. Two rasterisers give the rim of a small round
 * shape in full contrast coverages up to 3/16 apart; a shift by one pixel changes far more.
 */
const THRESHOLD = 48;

/**
 * Share of the pixels inside a box that differ between two pictures of one size. The box is in px, cut to the
 * picture; a box outside it gives 0.
 */
export function shareThatDiffers(a: Pixels, b: Pixels, box: Box): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`pictures differ in size: ${a.width}x${a.height} and ${b.width}x${b.height}`);
  }
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const right = Math.min(a.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(a.height, Math.ceil(box.y + box.height));
  if (right <= left || bottom <= top) return 0;
  let different = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (differs(a, b, (y * a.width + x) * 4)) different += 1;
    }
  }
  return different / ((right - left) * (bottom - top));
}

function differs(a: Pixels, b: Pixels, at: number): boolean {
  for (let channel = 0; channel < 3; channel += 1) {
    if (Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > THRESHOLD) return true;
  }
  return false;
}

/** The picture moved right by whole pixels; what comes in from the left repeats the first column. */
export function shifted(picture: Pixels, by: number): Pixels {
  const data = new Uint8Array(picture.data.length);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const from = (y * picture.width + Math.max(0, x - by)) * 4;
      data.set(picture.data.subarray(from, from + 4), (y * picture.width + x) * 4);
    }
  }
  return { ...picture, data };
}
