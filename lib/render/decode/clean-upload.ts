import { AppError } from "@/lib/errors";
import { type CleanImage, cleanImage } from "./clean-image";
import type { DecodePool } from "./decode-pool";
import { isSvg } from "./sniff-image";
import { SVG_LIMITS } from "./svg-limits";
import type { SvgOutcome, SvgRefusal } from "./svg-message";
import { type SvgPool, svgPool } from "./svg-pool";

export type CleanUploadOptions = {
  /** Longest side of the result, px, at most 4096. */
  maxSide: number;
  rasters?: DecodePool;
  svgs?: SvgPool;
};

/**
 * Turns an uploaded file into a picture that is safe to store and to paint: a raster picture as `cleanImage` does,
 * an SVG drawn once, so that nothing of its code is kept.
 *
 * @throws AppError as `cleanImage`, with sentences of its own for an SVG
 */
export async function cleanUpload(bytes: Uint8Array, options: CleanUploadOptions): Promise<CleanImage> {
  const { maxSide, rasters, svgs = svgPool() } = options;
  if (!isSvg(bytes)) return cleanImage(bytes, { maxSide, ...(rasters && { pool: rasters }) });
  if (bytes.byteLength > SVG_LIMITS.bytes) {
    const size = `${Math.ceil(bytes.byteLength / 1000)} kB`;
    const message = `This SVG is ${size}; the limit is ${SVG_LIMITS.bytes / 1000} kB. Simplify it, or upload it as a PNG.`;
    throw new AppError("too_large", message, {
      details: { bytes: bytes.byteLength, limit: SVG_LIMITS.bytes },
    });
  }
  const outcome = await svgs.run({ bytes, maxSide });
  if (outcome.kind !== "picture") throw refusal(outcome);
  const { width, height } = outcome;
  return { bytes: Buffer.from(outcome.bytes), contentType: "image/png", width, height };
}

function refusal(outcome: Exclude<SvgOutcome, { kind: "picture" }>): AppError {
  switch (outcome.kind) {
    case "broken":
      return invalid("This SVG is broken and cannot be read; export it again, or upload it as a PNG.");
    case "slow":
      return invalid("This SVG takes too long to draw; simplify it, or upload it as a PNG.");
    case "refused":
      return invalid(REFUSALS[outcome.why]);
  }
}

const REFUSALS: Record<SvgRefusal, string> = {
  doctype:
    "This SVG declares entities of its own in its DOCTYPE, which is not taken; export it for the web, or upload it as a PNG.",
  too_complex: `This SVG is too complex: it may hold ${SVG_LIMITS.nodes.toLocaleString("en-US")} elements, ${SVG_LIMITS.depth} inside each other. Simplify it, or upload it as a PNG.`,
  blank:
    "Nothing can be seen in this SVG. Pictures it links to, scripts and web pages inside it are left out; put its pictures into the file, or upload it as a PNG.",
};

const invalid = (message: string) => new AppError("invalid", message);
