import sharp from "sharp";
import { rasterSvg, withoutIdleAlpha } from "../compile/raster-svg";
import type { Encoded, Output } from "../engine/output";
import { encodeOnceOnly } from "./encode-frame";
import type { JpegSettings } from "./jpeg-bands";
import type { Raster } from "./raster";

export type SvgOutput = Pick<Output, "format" | "kilobytes"> & {
  chroma: JpegSettings["chroma"];
  /** px; a larger picture is made smaller. null keeps its size. */
  longestSide: number | null;
};

/** A whole SVG document of our own painter as encoded bytes. JPEG has no transparency: what shows through is white. */
export async function encodeSvg(svg: string, output: SvgOutput): Promise<Encoded> {
  const { format, kilobytes, chroma, longestSide } = output;
  if (format === "pdf") {
    const { encodePdf } = await import("../pdf/encode-pdf");
    return { bytes: await encodePdf(svg), quality: null };
  }
  const raster = withoutIdleAlpha(await rasterSvg(svg, format === "jpg"));
  const frame = longestSide === null ? raster : await atMost(raster, longestSide);
  return encodeOnceOnly(frame, { format, kilobytes, chroma });
}

async function atMost({ width, height, channels, data }: Raster, longestSide: number): Promise<Raster> {
  const { data: smaller, info } = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels, data: smaller };
}
