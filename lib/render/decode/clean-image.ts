import { AppError } from "@/lib/errors";
import { DECODE_LIMITS } from "./decode-limits";
import type { DecodeOutcome } from "./decode-message";
import { type DecodePool, decodePool } from "./decode-pool";
import { isSvg, type RasterFormat, sniffImage } from "./sniff-image";

export type CleanImage = {
  bytes: Buffer;
  contentType: "image/png" | "image/jpeg";
  /** Of the upright picture, px. */
  width: number;
  height: number;
};

export type CleanImageOptions = {
  /** Longest side of the result, px; smaller pictures keep their size. */
  maxSide?: number;
  /** Shorter side that is enough, px: a larger picture is shrunk to that. */
  cover?: number;
  pool?: DecodePool;
};

const EXPECTED = "upload a PNG, JPEG, WebP, GIF or SVG";

/**
 * Turns a file from anywhere into a picture that is safe to store and to paint: upright, 8-bit sRGB, at most
 * `maxSide` long, re-encoded without metadata. Decoding happens in a process that can be killed.
 *
 * @throws AppError too_large, unsupported_type, invalid (broken, too many pixels, too slow) with a sentence
 *   for the person who chose the file; unavailable when the decoder is overrun
 */
export async function cleanImage(bytes: Uint8Array, options: CleanImageOptions = {}): Promise<CleanImage> {
  const format = readableFormat(bytes);
  const { maxSide = DECODE_LIMITS.maxSide, cover, pool = decodePool() } = options;
  const outcome = await pool.decode({ bytes, format, maxSide, ...(cover !== undefined && { cover }) });
  if (outcome.kind !== "picture") throw refusal(outcome, format);
  const { contentType, width, height } = outcome;
  return { bytes: Buffer.from(outcome.bytes), contentType, width, height };
}

function readableFormat(bytes: Uint8Array): RasterFormat {
  if (bytes.byteLength === 0) throw new AppError("invalid", `This file is empty; ${EXPECTED}.`);
  if (bytes.byteLength > DECODE_LIMITS.bytes) throw tooLarge(bytes.byteLength);
  // An address may lead to anything at any time; an SVG is drawn once, when somebody uploads it.
  if (isSvg(bytes)) throw new AppError("unsupported_type", "An SVG can be uploaded, but not linked to.");
  const sniffed = sniffImage(bytes);
  if (sniffed && "format" in sniffed) return sniffed.format;
  const came = sniffed ? sniffed.instead : "not a picture we can read";
  throw new AppError("unsupported_type", `This file is ${came}; ${EXPECTED}.`);
}

function refusal(outcome: Exclude<DecodeOutcome, { kind: "picture" }>, format: RasterFormat): AppError {
  const name = format === "webp" ? "WebP" : format.toUpperCase();
  switch (outcome.kind) {
    case "broken":
      return new AppError(
        "invalid",
        `This ${name} is broken and cannot be read; save it again or choose another file.`,
      );
    case "slow":
      return new AppError(
        "invalid",
        `This ${name} takes too long to read; save it again in a simpler form or choose another file.`,
      );
    case "too_many_pixels": {
      const { width, height } = outcome;
      const limit = DECODE_LIMITS.pixels / 1_000_000;
      return new AppError(
        "invalid",
        `This picture is ${width} × ${height} pixels; the limit is ${limit} million pixels. Make it smaller and upload it again.`,
        { details: { width, height } },
      );
    }
  }
}

function tooLarge(bytes: number): AppError {
  const message = `This file is ${megabytes(bytes)}; the limit is ${megabytes(DECODE_LIMITS.bytes)}.`;
  return new AppError("too_large", message, { details: { bytes, limit: DECODE_LIMITS.bytes } });
}

/** 18_213_000 -> "18.3 MB": rounded up, so that a file just past the limit never reads as being at it. */
function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
