import sharp from "sharp";
import type { PaintedPage, Painter } from "@/lib/paint/painter";
import { rasterSvg, withoutIdleAlpha } from "../compile/raster-svg";
import { type Encoded, isOnWhite, type Output, type PixelFormat } from "../engine/output";
import { encodeOnceOnly } from "./encode-frame";
import type { JpegSettings } from "./jpeg-bands";
import type { Raster } from "./raster";

/** How a picture is written that is made in one go. JPEG has no transparency: what shows through is white. */
export type WholeOutput = Pick<Output, "format" | "kilobytes"> & {
  chroma: JpegSettings["chroma"];
  /** px; a larger picture is made smaller. null keeps its size. */
  longestSide: number | null;
};

/** A picture in pixels as encoded bytes, in a format made of pixels. */
export async function encodeRaster(
  raster: Raster,
  format: PixelFormat,
  output: WholeOutput,
): Promise<Encoded> {
  const { kilobytes, chroma, longestSide } = output;
  const opaque = withoutIdleAlpha(raster);
  const frame = longestSide === null ? opaque : await atMost(opaque, longestSide);
  return encodeOnceOnly(frame, { format, kilobytes, chroma });
}

/** A page in which texts are texts, as a PDF. `painter` gives the fonts that they are set in. */
export async function encodePage(
  painter: Pick<Painter, "fontFile">,
  page: PaintedPage,
  title: string,
  locale: string | null,
): Promise<Encoded> {
  const [{ encodePdf }, { pageLanguage }] = await Promise.all([
    import("../pdf/encode-pdf"),
    import("../pdf/page-language"),
  ]);
  const language = pageLanguage(
    page.marks.map(({ run }) => run.text),
    locale,
  );
  const bytes = await encodePdf(page, { title, language, fontFile: painter.fontFile });
  return { bytes, quality: null };
}

/** A whole SVG document of our own as encoded bytes; in a PDF its texts are outlines. */
export async function encodeSvg(svg: string, output: WholeOutput): Promise<Encoded> {
  const { format } = output;
  if (format === "pdf") {
    const { encodePdf } = await import("../pdf/encode-pdf");
    const fontFile = () => Promise.reject(new Error("outlines need no font"));
    const bytes = await encodePdf({ svg, marks: [] }, { title: "", language: null, fontFile });
    return { bytes, quality: null };
  }
  return encodeRaster(await rasterSvg(svg, isOnWhite(format)), format, output);
}

async function atMost({ width, height, channels, data }: Raster, longestSide: number): Promise<Raster> {
  const { data: smaller, info } = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels, data: smaller };
}
