import jpeg from "jpeg-js";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  compileJpegBands,
  encodeJpegBands,
  encodeJpegFrame,
  isQuickerInBands,
  type JpegSettings,
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
  const cases = SETTINGS.flatMap((settings) =>
    [true, false].map((expected) => [settings, expected] as const),
  );
  test.each(cases)(
    "at %o has the pixels of a file written in one go, changes expected: %s",
    async (settings, expected) => {
      const base = pattern(width, height, 3);
      const middle = Math.floor(height / 2);
      const changed = [{ top: middle, bottom: Math.min(height, middle + 40) }];
      const compiled = await compileJpegBands(base, settings, expected ? changed : []);
      const frame = withNegative(base, changed);
      const inBands = await encodeJpegBands(compiled, frame, changed);
      const whole = await encodeJpegFrame(frame, settings);
      expect(Buffer.from(byJpegJs(inBands)).equals(Buffer.from(byJpegJs(whole))), "jpeg-js").toBe(true);
      // A decoder that smooths chroma across rows of blocks sees the same rows in both.
      expect((await bySharp(inBands)).equals(await bySharp(whole)), "sharp").toBe(true);
      expect(await sharp(inBands).metadata()).toMatchObject({ width, height, channels: 3 });
    },
  );
});

test("bands are cut so that what is expected to change takes few pixels and few calls", async () => {
  const base = pattern(1200, 628, 3);
  const rowsFor = async (...spans: [number, number][]) => {
    const expected = spans.map(([top, bottom]) => ({ top, bottom }));
    const { rows } = await compileJpegBands(base, { quality: 80, chroma: "4:2:0" }, expected);
    return { rows, isQuicker: isQuickerInBands({ width: 1200, height: 628, rows }, expected) };
  };
  expect(await rowsFor()).toEqual({ rows: 64, isQuicker: true });
  // Two texts: one band each.
  expect(await rowsFor([125, 222], [286, 332])).toEqual({ rows: 112, isQuicker: true });
  expect(await rowsFor([0, 16])).toEqual({ rows: 16, isQuicker: true });
  // All over the picture: one call.
  expect((await rowsFor([0, 628])).isQuicker).toBe(false);
});
