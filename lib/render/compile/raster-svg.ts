import sharp from "sharp";
import type { Raster } from "../encode/raster";

/** Largest picture that is rastered, px: the largest canvas. */
const PIXELS = 4096 * 4096;

// Pictures are made side by side; one thread each keeps them from fighting over the cores.
sharp.concurrency(1);

/**
 * An SVG document of our own painter as pixels: RGBA, or RGB on white. Never given anything else: it is not
 * guarded here.
 */
export async function rasterSvg(svg: string, onWhite = false): Promise<Raster> {
  const image = sharp(Buffer.from(svg), { limitInputPixels: PIXELS, unlimited: true });
  const wanted = onWhite ? image.flatten({ background: "#ffffff" }) : image.ensureAlpha();
  const { data, info } = await wanted.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: onWhite ? 3 : 4, data };
}

/** Makes RGBA pixels larger. */
export async function enlarged(
  { width, height, data }: Raster,
  toWidth: number,
  toHeight: number,
): Promise<Uint8Array> {
  const image = sharp(data, { raw: { width, height, channels: 4 } });
  return image.resize(toWidth, toHeight, { fit: "fill", kernel: "cubic" }).raw().toBuffer();
}

/** The picture without its alpha channel if it hides everything behind it, else the same. */
export function withoutIdleAlpha(raster: Raster): Raster {
  if (raster.channels === 3 || !isOpaque(raster.data)) return raster;
  const { width, height, data } = raster;
  const opaque = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    opaque[to] = data[from] ?? 0;
    opaque[to + 1] = data[from + 1] ?? 0;
    opaque[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, channels: 3, data: opaque };
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}
