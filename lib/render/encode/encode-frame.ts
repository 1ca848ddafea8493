import sharp, { type Sharp } from "sharp";
import { type Encoded, isLightEnough, lowerQuality, type PixelFormat, QUALITIES } from "../engine/output";
import {
  compileJpegBands,
  encodeJpegBands,
  encodeJpegFrame,
  type JpegBands,
  type JpegSettings,
  touchedBands,
} from "./jpeg-bands";
import { compilePngBands, encodePngBands, type PngBands } from "./png-bands";
import type { Raster, RowSpan } from "./raster";

/** What was compiled of a version for one format; nothing where whole frames are as quick to encode. */
export type CompiledEncoding =
  | { kind: "png"; bands: PngBands }
  | { kind: "jpg"; bands: JpegBands }
  | { kind: "plain"; quality: number };

export type EncodeOptions = {
  format: PixelFormat;
  kilobytes: number | null;
  chroma: JpegSettings["chroma"];
};

/** Share of the bands beyond which one whole frame is quicker than its bands one by one; measured. */
const BAND_SHARE = 0.35;

/** A quality is chosen on the picture without dynamic layers, which add a little weight. */
const RESERVE = 0.92;

/** Prepares a version's base picture for a format, and finds the quality that keeps the budget. */
export async function compileEncoding(base: Raster, options: EncodeOptions): Promise<CompiledEncoding> {
  if (options.format === "png") return { kind: "png", bands: compilePngBands(base) };
  const budget = options.kilobytes === null ? null : options.kilobytes * RESERVE;
  const { quality } = await encodeLossy(base, { ...options, kilobytes: budget }, QUALITIES[0]);
  if (options.format !== "jpg") return { kind: "plain", quality };
  return { kind: "jpg", bands: await compileJpegBands(base, { quality, chroma: options.chroma }) };
}

/** Writes a frame that differs from the compiled base in the rows of `changed` only. */
export async function encodeFrame(
  frame: Raster,
  changed: readonly RowSpan[],
  compiled: CompiledEncoding,
  options: EncodeOptions,
): Promise<Encoded> {
  switch (compiled.kind) {
    case "png":
      return encodePng(await encodePngBands(compiled.bands, frame, changed), frame, options.kilobytes);
    case "jpg": {
      const { bands } = compiled;
      const { touched, bands: all } = touchedBands(frame.height, changed);
      if (touched > all * BAND_SHARE) return encodeLossy(frame, options, bands.settings.quality);
      const bytes = await encodeJpegBands(bands, frame, changed);
      if (isLightEnough(bytes.length, options.kilobytes)) return { bytes, quality: bands.settings.quality };
      return encodeLossy(frame, options, lowerQuality(bands.settings.quality) ?? bands.settings.quality);
    }
    case "plain":
      return encodeLossy(frame, options, compiled.quality);
  }
}

/** Colours of a PNG that is too heavy in full, fewer each time. */
const PALETTES = [256, 128, 64, 32] as const;

/** A PNG keeps a budget by a palette, if it must. */
async function encodePng(bytes: Buffer, frame: Raster, kilobytes: number | null): Promise<Encoded> {
  let lightest: Buffer = bytes;
  for (const colours of PALETTES) {
    if (isLightEnough(lightest.length, kilobytes)) break;
    const smaller = await pixels(frame)
      .png({ palette: true, colours, effort: 4, compressionLevel: 9 })
      .toBuffer();
    if (smaller.length < lightest.length) lightest = smaller;
  }
  return { bytes: lightest, quality: null };
}

/** Writes a frame at the given quality or the first lower one that keeps the budget; the lowest where none does. */
async function encodeLossy(
  frame: Raster,
  options: EncodeOptions,
  start: number,
): Promise<{ bytes: Uint8Array; quality: number }> {
  for (let quality = start; ; ) {
    const bytes = await encodeOnce(frame, options, quality);
    const lower = lowerQuality(quality);
    if (lower === null || isLightEnough(bytes.length, options.kilobytes)) return { bytes, quality };
    quality = lower;
  }
}

function encodeOnce(frame: Raster, { format, chroma }: EncodeOptions, quality: number): Promise<Buffer> {
  switch (format) {
    case "jpg":
      return encodeJpegFrame(frame, { quality, chroma });
    case "webp":
      return pixels(frame).webp({ quality, effort: 2 }).toBuffer();
    case "avif":
      // AVIF's scale of quality reaches the same look about 20 lower.
      return pixels(frame)
        .avif({ quality: Math.max(1, quality - 20), effort: 2, chromaSubsampling: chroma })
        .toBuffer();
    case "png":
      throw new Error("a PNG has no quality");
  }
}

function pixels({ width, height, channels, data }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
