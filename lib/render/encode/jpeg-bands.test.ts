import jpeg from "jpeg-js";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  compileJpegBands,
  encodeJpegBands,
  encodeJpegFrame,
  type JpegSettings,
  touchedBands,
} from "./jpeg-bands";
import { pattern, withNegative } from "./testing/patterns";

const SIZES = [
  [1, 1],
  [15, 63],
  [16, 64],
  [33, 65],
  [1200, 628],
  [601, 1003],
] as const;

const SETTINGS: JpegSettings[] = [
  { quality: 80, chroma: "4:2:0" },
  { quality: 48, chroma: "4:4:4" },
];

async function bySharp(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).raw().toBuffer();
}

function byJpegJs(bytes: Buffer): Uint8Array {
  return jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024 }).data;
}

describe.each(SIZES)("a picture of %i x %i", (width, height) => {
  test.each(SETTINGS)("at %o has the pixels of a file written in one go", async (settings) => {
    const base = pattern(width, height, 3);
    const compiled = await compileJpegBands(base, settings);
    const middle = Math.floor(height / 2);
    const changed = [{ top: middle, bottom: Math.min(height, middle + 40) }];
    const frame = withNegative(base, changed);
    const inBands = await encodeJpegBands(compiled, frame, changed);
    const whole = await encodeJpegFrame(frame, settings);
    expect(Buffer.from(byJpegJs(inBands)).equals(Buffer.from(byJpegJs(whole))), "jpeg-js").toBe(true);
    // A decoder that smooths chroma across rows of blocks sees the same rows in both.
    expect((await bySharp(inBands)).equals(await bySharp(whole)), "sharp").toBe(true);
    expect(await sharp(inBands).metadata()).toMatchObject({ width, height, channels: 3 });
  });
});

test("counts the bands that rows touch", () => {
  expect(touchedBands(628, [])).toEqual({ touched: 0, bands: 10 });
  expect(touchedBands(628, [{ top: 63, bottom: 64 }])).toEqual({ touched: 1, bands: 10 });
  expect(touchedBands(628, [{ top: 63, bottom: 65 }])).toEqual({ touched: 2, bands: 10 });
  expect(touchedBands(628, [{ top: 10, bottom: 10 }])).toEqual({ touched: 0, bands: 10 });
  expect(touchedBands(64, [{ top: 0, bottom: 64 }])).toEqual({ touched: 1, bands: 1 });
});
