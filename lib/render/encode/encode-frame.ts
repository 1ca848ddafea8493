import sharp, { type Sharp } from "sharp";
import { blendTile } from "../compile/blend";
import {
  type Encoded,
  isLightEnough,
  type LossyFormat,
  lowestQuality,
  type PixelFormat,
  QUALITIES,
  qualityFor,
} from "../engine/output";
import { encodeGif, lightStep, type Moving } from "./encode-gif";
import {
  compileJpegBands,
  encodeJpegBands,
  encodeJpegFrame,
  isQuickerInBands,
  type JpegBands,
  type JpegSettings,
} from "./jpeg-bands";
import { compilePngBands, encodePngBands, type PngBands } from "./png-bands";
import type { Raster, RowSpan } from "./raster";

/** What was compiled of a version for one format; nothing where whole frames are as quick to encode. */
export type CompiledEncoding =
  | { kind: "png"; bands: PngBands }
  | { kind: "jpg"; bands: JpegBands }
  | { kind: "plain"; format: LossyFormat; quality: number }
  | { kind: "gif"; step: number };

export type EncodeOptions = {
  format: PixelFormat;
  kilobytes: number | null;
  chroma: JpegSettings["chroma"];
  /** Whether more frames follow the first one, which leaves it less of the budget. */
  moves?: boolean;
};

type LossyOptions = Omit<EncodeOptions, "format"> & { format: LossyFormat };

/** A quality is chosen on the picture without dynamic layers, which add a little weight. */
const RESERVE = 0.92;
/** What of it the first frame of a GIF may take where a minute of others follows. */
const MOVING_RESERVE = 0.65;

/**
 * Prepares a version's base picture for a format, and finds the quality that keeps the budget. `expected` are rows
 * that are likely to change.
 */
export async function compileEncoding(
  base: Raster,
  options: EncodeOptions,
  expected: readonly RowSpan[],
): Promise<CompiledEncoding> {
  const { format, kilobytes, chroma, moves = false } = options;
  if (format === "png") return { kind: "png", bands: compilePngBands(base) };
  if (format === "gif") {
    const step = lightStep(
      stillOf(base),
      kilobytes === null ? null : kilobytes * (moves ? MOVING_RESERVE : RESERVE),
    );
    return { kind: "gif", step };
  }
  const budget = kilobytes === null ? null : kilobytes * RESERVE;
  const { quality } = await encodeLossy(base, { format, chroma, kilobytes: budget }, QUALITIES[0]);
  if (format !== "jpg") return { kind: "plain", format, quality };
  return { kind: "jpg", bands: await compileJpegBands(base, { quality, chroma }, expected) };
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
      const lossy = { ...options, format: compiled.kind };
      if (!isQuickerInBands(bands, changed)) return encodeLossy(frame, lossy, bands.settings.quality);
      const bytes = await encodeJpegBands(bands, frame, changed);
      if (isLightEnough(bytes.length, options.kilobytes)) return { bytes, quality: bands.settings.quality };
      return encodeLossy(frame, lossy, bands.settings.quality);
    }
    case "plain":
      return encodeLossy(frame, { ...options, format: compiled.format }, compiled.quality);
    case "gif":
      return encodeMoving(stillOf(frame), compiled.step, options.kilobytes);
  }
}

/** Writes a GIF, from a step on that was found to be light enough before. */
export function encodeMoving(moving: Moving, step: number, kilobytes: number | null): Encoded {
  const { bytes, frames } = encodeGif(moving, kilobytes, step);
  const wanted = moving.changes.length + 1 + (moving.left ?? 0);
  return { bytes, quality: null, ...(frames < wanted && { frames: { written: frames, wanted } }) };
}

/** A frame as a picture that does not move, what shows through being white. */
function stillOf({ width, height, channels, data }: Raster): Moving {
  return { width, height, first: channels === 3 ? data : onWhite(data), seconds: 0, changes: [] };
}

function onWhite(rgba: Uint8Array): Uint8Array {
  const pixels = rgba.length / 4;
  const frame: Raster = { width: pixels, height: 1, channels: 3, data: new Uint8Array(pixels * 3).fill(255) };
  blendTile(frame, { left: 0, top: 0, width: pixels, height: 1, data: rgba });
  return frame.data;
}

/** Colours of a PNG that is too heavy in full, fewer the second time. */
const PALETTES = [256, 64] as const;

/** Pixels beyond which choosing colours would hold a core for seconds. */
const MOST_TO_CHOOSE_FROM = 2_000_000;

/** A PNG keeps a budget by a palette, if it must. */
async function encodePng(bytes: Buffer, frame: Raster, kilobytes: number | null): Promise<Encoded> {
  let lightest: Buffer = bytes;
  if (frame.width * frame.height > MOST_TO_CHOOSE_FROM) return { bytes, quality: null };
  for (const colours of PALETTES) {
    if (isLightEnough(lightest.length, kilobytes)) break;
    const smaller = await pixels(frame)
      .png({ palette: true, colours, effort: 2, compressionLevel: 6 })
      .toBuffer();
    if (smaller.length < lightest.length) lightest = smaller;
  }
  return { bytes: lightest, quality: null };
}

/** Encodings of one picture at most, the one at which it is light enough included. */
const ATTEMPTS = 3;

/**
 * Writes a frame at the given quality or, where that is too heavy, at a lower one that should keep the budget; the
 * lowest where none does.
 */
async function encodeLossy(
  frame: Raster,
  options: LossyOptions,
  start: number,
): Promise<{ bytes: Uint8Array; quality: number }> {
  const { format, kilobytes } = options;
  for (let quality = start, left = ATTEMPTS; ; left -= 1) {
    const bytes = await encodeOnce(frame, options, quality);
    if (kilobytes === null || isLightEnough(bytes.length, kilobytes)) return { bytes, quality };
    const lower = left === 2 ? lowestQuality() : qualityFor(format, quality, bytes.length, kilobytes * 1000);
    if (left <= 1 || lower >= quality) return { bytes, quality };
    quality = lower;
  }
}

function encodeOnce(frame: Raster, { format, chroma }: LossyOptions, quality: number): Promise<Buffer> {
  switch (format) {
    case "jpg":
      return encodeJpegFrame(frame, { quality, chroma });
    case "webp":
      return pixels(frame).webp({ quality, effort: 2 }).toBuffer();
    case "avif":
      // AVIF's scale of quality reaches the same look about 20 lower.
      return pixels(frame)
        .avif({ quality: Math.max(1, quality - 20), effort: 0, chromaSubsampling: chroma })
        .toBuffer();
  }
}

function pixels({ width, height, channels, data }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Writes a picture that is made once, with nothing compiled for it. */
export async function encodeOnceOnly(frame: Raster, options: EncodeOptions): Promise<Encoded> {
  const { format, kilobytes, chroma } = options;
  if (format === "png") return encodePng(await pixels(frame).png().toBuffer(), frame, kilobytes);
  if (format === "gif") return encodeMoving(stillOf(frame), 0, kilobytes);
  return encodeLossy(frame, { format, kilobytes, chroma }, QUALITIES[0]);
}
