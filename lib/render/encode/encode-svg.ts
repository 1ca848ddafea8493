import sharp from "sharp";
import type { ImageFormat } from "@/lib/link/address";
import { rasterSvg, withoutIdleAlpha } from "../compile/raster-svg";
import { compileEncoding, encodeFrame } from "./encode-frame";

export type SvgOutput = {
  format: ImageFormat;
  /** px; larger pictures are made smaller. */
  longestSide?: number | null;
};

/** A whole SVG document of our own painter as encoded bytes. JPEG has no transparency: what shows through is white. */
export async function encodeSvg(svg: string, { format, longestSide = null }: SvgOutput): Promise<Uint8Array> {
  if (format === "pdf") return (await import("../pdf/encode-pdf")).encodePdf(svg);
  const painted = await rasterSvg(svg, format === "jpg");
  const raster = withoutIdleAlpha(painted);
  const { width, height, channels, data } = raster;
  if (longestSide !== null && Math.max(width, height) > longestSide) {
    const frame = sharp(data, { raw: { width, height, channels } });
    const size = { width: longestSide, height: longestSide, fit: "inside" as const };
    return frame.resize(size).png({ compressionLevel: 9 }).toBuffer();
  }
  const options = { format, kilobytes: null, chroma: "4:4:4" as const };
  const { bytes } = await encodeFrame(raster, [], await compileEncoding(raster, options), options);
  return bytes;
}
