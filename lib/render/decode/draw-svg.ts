import sharp from "sharp";
import { cleanSvg } from "./clean-svg";
import { SVG_LIMITS } from "./svg-limits";
import type { SvgJob, SvgOutcome } from "./svg-message";

const LOADERS = ["Svg", "Png", "Jpeg"].map((name) => `VipsForeignLoad${name}Buffer`);

/** Lets this process read SVG, and the two raster formats that may lie inside one, from memory and nothing else. */
export function allowSvgAlone(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: LOADERS });
  sharp.cache(false);
  sharp.concurrency(1);
}

/**
 * Draws what is harmless in an SVG as a PNG with transparency, up to twice its natural size and at most `maxSide`
 * px long. What nothing can be seen of is refused.
 */
export async function drawSvg({ bytes, maxSide }: SvgJob): Promise<SvgOutcome> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const cleaned = cleanSvg(text, maxSide);
    if (cleaned.kind !== "clean") return cleaned;
    if (!(await areInnerPicturesSmall(cleaned.svg))) return { kind: "refused", why: "too_complex" };
    const { data, info } = await sharp(Buffer.from(cleaned.svg), { limitInputPixels: maxSide * maxSide })
      .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (isBlank(data)) return { kind: "refused", why: "blank" };
    const { width, height } = info;
    const png = sharp(data, { raw: { width, height, channels: 4 } }).png({ compressionLevel: 6 });
    return { kind: "picture", bytes: await png.toBuffer(), width, height };
  } catch {
    return { kind: "broken" };
  }
}

/** Raster data in an SVG is decoded by the drawing library, whose only limit is memory. */
async function areInnerPicturesSmall(svg: string): Promise<boolean> {
  let pixels = 0;
  for (const [, base64 = ""] of svg.matchAll(/href="data:image\/(?:png|jpeg);base64,([^"]*)"/gi)) {
    const { width, height } = await sharp(Buffer.from(base64, "base64"), {
      limitInputPixels: false,
    }).metadata();
    pixels += width * height;
  }
  return pixels <= SVG_LIMITS.innerPixels;
}

function isBlank(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 0) return false;
  return true;
}
