import sharp, { type Metadata, type OutputInfo } from "sharp";
import { DECODE_LIMITS } from "./decode-limits";
import type { DecodeJob, DecodeOutcome } from "./decode-message";
import { withoutTexts } from "./without-texts";

const LOADERS = ["Png", "Jpeg", "Webp", "Nsgif"].map((name) => `VipsForeignLoad${name}Buffer`);

/** A lossless picture up to this size stays lossless: logos and screenshots keep their edges. */
const LOSSLESS_PIXELS = 1_000_000;

/** Lets this process read four raster formats from memory and nothing else. Once, before the first picture. */
export function restrictDecoders(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: LOADERS });
  sharp.cache(false);
  sharp.concurrency(1);
}

/**
 * Decodes the first frame, turns it upright, shrinks it to fit `maxSide` and to no more than `cover` needs, converts it to 8-bit sRGB and
 * encodes it anew, so that nothing of the original file is left: no metadata, no profile, no trailing bytes.
 * PNG where something shows through or edges matter, JPEG (quality 90, 4:4:4) otherwise.
 */
export async function decodeImage({ format, maxSide, cover, ...job }: DecodeJob): Promise<DecodeOutcome> {
  try {
    const bytes = withoutTexts(job.bytes);
    const input = { failOn: "error", pages: 1, sequentialRead: true } as const;
    const found = await sharp(bytes, { ...input, limitInputPixels: false }).metadata();
    if (found.format !== format) return { kind: "broken" };
    if (found.width * found.height > DECODE_LIMITS.pixels) {
      return { kind: "too_many_pixels", width: found.width, height: found.height };
    }
    const side = longestSide(found.width, found.height, maxSide, cover);
    const { data, info } = await sharp(bytes, { ...input, limitInputPixels: DECODE_LIMITS.pixels })
      .timeout({ seconds: DECODE_LIMITS.seconds })
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return await encode(data, info, found.format);
  } catch (error) {
    const isSlow = error instanceof Error && error.message.startsWith("timeout");
    return { kind: isSlow ? "slow" : "broken" };
  }
}

/** How long a picture's longest side may be, so that its shortest is `cover` where the picture has that much. */
function longestSide(width: number, height: number, maxSide: number, cover: number | undefined): number {
  if (cover === undefined) return maxSide;
  return Math.min(maxSide, Math.ceil((cover * Math.max(width, height)) / Math.min(width, height)));
}

async function encode(data: Buffer, info: OutputInfo, source: Metadata["format"]): Promise<DecodeOutcome> {
  const { width, height, channels } = info;
  const opaque = isOpaque(data, channels);
  const isSmallGraphics = (source === "png" || source === "gif") && width * height <= LOSSLESS_PIXELS;
  const frame = sharp(data, { raw: { width, height, channels } }).timeout({ seconds: DECODE_LIMITS.seconds });
  if (opaque) frame.removeAlpha();
  const contentType = opaque && !isSmallGraphics ? "image/jpeg" : "image/png";
  const encoded =
    contentType === "image/jpeg"
      ? frame.jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
      : frame.png({ compressionLevel: 6 });
  return { kind: "picture", bytes: await encoded.toBuffer(), contentType, width, height };
}

/** The last of 2 or 4 channels is alpha. */
function isOpaque(data: Buffer, channels: number): boolean {
  if (channels % 2 === 1) return true;
  for (let at = channels - 1; at < data.length; at += channels) {
    if (data[at] !== 255) return false;
  }
  return true;
}
