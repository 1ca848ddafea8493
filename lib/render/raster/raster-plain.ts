import { type Matrix, multiply } from "@/lib/template/geometry";
import { fade, layPixel, type Tile } from "../compile/blend";
import type { Raster } from "../encode/raster";
import { createCoverage } from "./coverage";
import { pathEdges } from "./path-edges";
import type { PlainPicture, PlainShape } from "./plain-svg";

/** Pixels of the canvas. */
type Area = { left: number; top: number; width: number; height: number };

/** Outlines that are not drawn yet: what reaches out of their area is cut off. `scale` in pixels to a px. */
export type Outlines = Area & { shapes: readonly PlainShape[]; scale: number };

const coverage = createCoverage();

/**
 * Draws outlines over a frame that holds their area. Several times faster than a rasteriser for all of SVG, and with
 * exact shares at edges.
 */
export function drawOutlines(frame: Raster, { left, top, width, height, shapes, scale }: Outlines): void {
  const { data, channels, width: across } = frame;
  const toArea: Matrix = [scale, 0, 0, scale, -left, -top];
  for (const { red, green, blue, alpha, data: path, matrix } of shapes) {
    coverage.begin(width, height);
    pathEdges(path, multiply(toArea, matrix), coverage.edge);
    const most = alpha * 255;
    coverage.end((x, y, share) => {
      const at = ((y + top) * across + x + left) * channels;
      layPixel(data, at, channels, red, green, blue, Math.round(share * most));
    });
  }
}

/** Outlines as a tile of their own. */
export function rasterPlain({ shapes, opacity }: PlainPicture, area: Area, scale: number): Tile {
  const { width, height } = area;
  const data = new Uint8Array(width * height * 4);
  const toTile: Matrix = [1, 0, 0, 1, -area.left / scale, -area.top / scale];
  const moved = shapes.map((shape) => ({ ...shape, matrix: multiply(toTile, shape.matrix) }));
  drawOutlines(
    { width, height, channels: 4, data },
    { left: 0, top: 0, width, height, shapes: moved, scale },
  );
  fade(data, opacity);
  return { ...area, data };
}
