import sharp from "sharp";
import type { PdfObjects } from "./pdf-objects";
import { pixelsOf } from "./raster-part";

export type PlacedPicture = { name: string; width: number; height: number };

/**
 * The picture of a data URI as an object of the file. A JPEG in grey or RGB stands as it is; everything else is
 * written pixel by pixel, without loss. Only ever given pictures that were decoded and cleaned before.
 */
export async function pictureObject(href: string, objects: PdfObjects): Promise<PlacedPicture> {
  const bytes = Buffer.from(href.slice(href.indexOf(",") + 1), "base64");
  const { format, width, height, channels, space } = await sharp(bytes).metadata();
  const isPlain = (channels === 3 && space === "srgb") || (channels === 1 && space === "b-w");
  if (format === "jpeg" && isPlain) {
    return { name: objects.jpeg(bytes, width, height, channels === 1 ? 1 : 3), width, height };
  }
  const { data } = await sharp(bytes)
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { name: objects.pixels(pixelsOf(data, width, { x: 0, y: 0, width, height })), width, height };
}
