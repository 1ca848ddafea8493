import sharp from "sharp";
import { boundsOfPoints, cornersOf, type Matrix, multiply, type Rect } from "@/lib/template/geometry";
import type { Pixels } from "./picture";
import { pdfNumbers } from "./svg-geometry";

/** Pixels to a px of what is drawn as pixels. */
const SCALE = 2;
/** Most pixels of one such part; a larger one is drawn coarser. */
const MOST_PIXELS = 4096 * 4096;

export type RasterPart = Rect & { pixels: Pixels };

/**
 * A part of an SVG document as pixels, cut to its ink; null when it leaves none. `region` and what is returned are in
 * px of the page; `matrix` leads there from the coordinates of `svg`.
 */
export async function rasterPart(svg: string, matrix: Matrix, region: Rect): Promise<RasterPart | null> {
  const x = Math.floor(region.x);
  const y = Math.floor(region.y);
  const width = Math.ceil(region.x + region.width) - x;
  const height = Math.ceil(region.y + region.height) - y;
  if (width <= 0 || height <= 0) return null;
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  const [columns, rows] = [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
  const document =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${columns}" height="${rows}" viewBox="${pdfNumbers([x, y, width, height])}" ` +
    `preserveAspectRatio="none"><g transform="matrix(${pdfNumbers(matrix)})">${svg}</g></svg>`;
  const { data, info } = await sharp(Buffer.from(document), { unlimited: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = inkOf(data, info.width, info.height);
  if (ink === null) return null;
  const [perColumn, perRow] = [width / info.width, height / info.height];
  return {
    x: x + ink.x * perColumn,
    y: y + ink.y * perRow,
    width: ink.width * perColumn,
    height: ink.height * perRow,
    pixels: pixelsOf(data, info.width, ink),
  };
}

/** The part of the page that a rectangle covers, in px of the page. */
export function regionOnPage(rect: Rect, toPage: Matrix, page: { width: number; height: number }): Rect {
  const corners = cornersOf(rect, multiply(toPage, [1, 0, 0, 1, rect.x, rect.y]));
  const { x, y, width, height } = boundsOfPoints(corners);
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return {
    x: left,
    y: top,
    width: Math.min(page.width, x + width) - left,
    height: Math.min(page.height, y + height) - top,
  };
}

/** RGBA pixels as a file of PDF wants them. */
export function pixelsOf(rgba: Buffer, stride: number, { x, y, width, height }: Rect): Pixels {
  const rgb = Buffer.alloc(width * height * 3);
  const alpha = Buffer.alloc(width * height);
  let isOpaque = true;
  for (let row = 0, to = 0; row < height; row += 1) {
    let from = ((y + row) * stride + x) * 4;
    for (let column = 0; column < width; column += 1, to += 1, from += 4) {
      rgba.copy(rgb, to * 3, from, from + 3);
      alpha[to] = rgba[from + 3] ?? 0;
      if (alpha[to] !== 255) isOpaque = false;
    }
  }
  return { width, height, rgb, alpha: isOpaque ? null : alpha };
}

function inkOf(rgba: Buffer, width: number, height: number): Rect | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 3, pixel = 0; at < rgba.length; at += 4, pixel += 1) {
    if (rgba[at] === 0) continue;
    const column = pixel % width;
    const row = (pixel - column) / width;
    if (column < left) left = column;
    if (column > right) right = column;
    if (row < top) top = row;
    bottom = row;
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
