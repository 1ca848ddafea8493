import sharp from "sharp";
import type { PaintImage } from "@/lib/paint/painter";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { rasterInNode } from "@/lib/paint/testing/raster";
import type { ResolvedImageSource } from "@/lib/template/resolved";
import { createMemory, type Eyes } from "../eyes";

/** Pictures by asset id or address; what is not among them does not load. */
export type TestPictures = Readonly<Record<string, PaintImage>>;

/** Eyes that see what the server paints. `rasters` counts the pictures that were drawn. */
export async function nodeEyes(pictures: TestPictures = {}): Promise<Eyes & { rasters: () => number }> {
  const nameOf = (source: ResolvedImageSource) =>
    source.kind === "asset" ? source.assetId : source.kind === "url" ? source.url : "";
  let rasters = 0;
  return {
    painter: await nodePainter(),
    images: (source) => pictures[nameOf(source)] ?? null,
    pictureOf: (source) => {
      const image = pictures[nameOf(source)];
      if (!image) return { state: "failed", message: "Nothing is at this address." };
      return { state: "ready", width: image.width, height: image.height };
    },
    raster: (svg) => {
      rasters += 1;
      return rasterInNode(svg);
    },
    now: Date.UTC(2026, 10, 21),
    memory: createMemory(),
    rasters: () => rasters,
  };
}

/** A picture of one colour or, of two, divided into a left and a right half. */
export async function flatPicture(
  width: number,
  height: number,
  left: string,
  right = left,
): Promise<PaintImage> {
  const half = (color: string, x: number) =>
    `<rect x="${x}" width="${width / 2}" height="${height}" fill="${color}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${half(left, 0)}${half(right, width / 2)}</svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  return { href: `data:image/png;base64,${png.toString("base64")}`, width, height };
}
