import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { PNG } from "pngjs";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { compilePngBands, encodePngBands } from "./png-bands";
import type { Raster, RowSpan } from "./raster";
import { pattern, withNegative } from "./testing/patterns";

const SIZES = [
  [1, 1],
  [1, 300],
  [7, 5],
  [333, 1],
  [1200, 628],
  [601, 1003],
] as const;

/** Pixels as RGBA by pngjs, which inflates and unfilters in plain code. */
function byPngjs(png: Buffer): Buffer {
  return PNG.sync.read(png).data;
}

async function bySharp(png: Buffer): Promise<Buffer> {
  return sharp(png).ensureAlpha().raw().toBuffer();
}

function asRgba({ width, height, channels, data }: Raster): Buffer {
  if (channels === 4) return Buffer.from(data);
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4)
    rgba.set(data.subarray(from, from + 3), to);
  return rgba;
}

async function expectPixels(png: Buffer, raster: Raster): Promise<void> {
  const expected = asRgba(raster);
  expect(byPngjs(png).equals(expected), "pngjs").toBe(true);
  expect((await bySharp(png)).equals(expected), "sharp").toBe(true);
}

/** The zlib stream of a PNG; inflating it checks its Adler-32. */
function streamOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

describe.each(SIZES)("a picture of %i x %i", (width, height) => {
  test.each([3, 4] as const)("with %i channels is the same in bands, changed or not", async (channels) => {
    const base = pattern(width, height, channels);
    const compiled = compilePngBands(base);
    await expectPixels(await encodePngBands(compiled, base, []), base);
    const middle = Math.floor(height / 2);
    const changed = [{ top: middle, bottom: Math.min(height, middle + 9) }];
    const frame = withNegative(base, changed);
    const png = await encodePngBands(compiled, frame, changed);
    await expectPixels(png, frame);
    expect(inflateSync(streamOf(png)).length).toBe(height * (width * channels + 1));
  });
});

test("any rows may change, in any order, also outside of the picture", async () => {
  const base = pattern(90, 700, 3);
  const compiled = compilePngBands(base);
  const span = fc
    .tuple(fc.integer({ min: 0, max: 699 }), fc.integer({ min: 0, max: 200 }))
    .map(([top, rows]): RowSpan => ({ top, bottom: Math.min(700, top + rows) }));
  await fc.assert(
    fc.asyncProperty(fc.array(span, { maxLength: 6 }), async (spans) => {
      const apart = spans.filter((one, index) =>
        spans.slice(0, index).every((other) => one.top >= other.bottom || one.bottom <= other.top),
      );
      const frame = withNegative(base, apart);
      expect(byPngjs(await encodePngBands(compiled, frame, apart)).equals(asRgba(frame))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a band stays what it was where only the row above it changes", async () => {
  const base = pattern(90, 700, 3);
  const compiled = compilePngBands(base);
  const changed = [{ top: compiled.rows - 1, bottom: compiled.rows }];
  const frame = withNegative(base, changed);
  await expectPixels(await encodePngBands(compiled, frame, changed), frame);
});

test("a small change writes little anew and weighs no more than the whole", async () => {
  const base = pattern(1200, 628, 3);
  const compiled = compilePngBands(base);
  expect(compiled.bands.length).toBeGreaterThan(8);
  const changed = [{ top: 100, bottom: 120 }];
  const png = await encodePngBands(compiled, withNegative(base, changed), changed);
  const first = compiled.chunks.subarray(0, compiled.bands[1]?.end);
  expect(png.includes(Buffer.from(first))).toBe(true);
  expect(png.length).toBeLessThan(compiled.chunks.length * 1.05);
});

test("is not heavier than a PNG of the whole", async () => {
  const { data, ...raw } = pattern(1200, 628, 3);
  const whole = await sharp(data, { raw }).png().toBuffer();
  const inBands = await encodePngBands(compilePngBands({ data, ...raw }), { data, ...raw }, []);
  expect(inBands.length).toBeLessThanOrEqual(whole.length);
});
