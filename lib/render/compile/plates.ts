import type { ImageBook, Painted, Painter } from "@/lib/paint/painter";
import { svgDocument } from "@/lib/paint/svg/svg-document";
import type { Fill } from "@/lib/template/primitives";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Raster } from "../encode/raster";
import { blendTile, copyRegion, regionOf, type Tile } from "./blend";
import { rasterSvg, withoutIdleAlpha } from "./raster-svg";
import { areaOf, disjoint, type Region, union } from "./region";

/** What of a version is painted ahead, as data that travels between threads: everything but the dynamic layers. */
export type PlateSource = {
  /** Canvas, px. */
  width: number;
  height: number;
  background: Fill | null;
  /** Pixels to a px. */
  scale: number;
  /** JPEG knows no transparency: what shows through becomes white. */
  onWhite: boolean;
  /** Back to front; null where the dynamic layers of one unit go. */
  units: readonly (readonly ResolvedLayer[] | null)[];
};

/**
 * A version with its static layers painted. `base` is the picture without any dynamic layer; `ground` what lies
 * below the first of them, the same bytes as `base` when no static layer lies above. Over shared memory.
 */
export type Plates = {
  width: number;
  height: number;
  scale: number;
  channels: 3 | 4;
  base: Uint8Array;
  ground: Uint8Array;
  /** What follows the ground, back to front. */
  steps: readonly ({ kind: "slot" } | { kind: "overlay"; tile: Tile })[];
};

/** Paints everything that is the same for everybody. */
export async function compilePlates(
  painter: Painter,
  source: PlateSource,
  images: ImageBook,
): Promise<Plates> {
  const { width, height, background, scale } = source;
  const firstSlot = source.units.indexOf(null);
  const below = firstSlot < 0 ? source.units : source.units.slice(0, firstSlot);
  const layers = below.flatMap((unit) => unit ?? []);
  const document = { width, height, background, alt: "", layers };
  const svg = await painter.paintDocument(document, images, scale);
  const ground = withoutIdleAlpha(await rasterSvg(svg, source.onWhite));
  const steps: Plates["steps"][number][] = [];
  for (const unit of firstSlot < 0 ? [] : source.units.slice(firstSlot)) {
    if (unit === null) steps.push({ kind: "slot" });
    else {
      const tiles = await paintTiles(painter, unit, images, source);
      steps.push(...tiles.map((tile) => ({ kind: "overlay" as const, tile: sharedTile(tile) })));
    }
  }
  const base: Raster = { ...ground, data: shared(ground.data) };
  const overlays = steps.flatMap((step) => (step.kind === "overlay" ? [step.tile] : []));
  const groundBytes = overlays.length === 0 ? base.data : shared(ground.data);
  for (const tile of overlays) blendTile(base, tile);
  const { channels } = ground;
  return {
    width: ground.width,
    height: ground.height,
    scale,
    channels,
    base: base.data,
    ground: groundBytes,
    steps,
  };
}

/** A whole picture and the parts of it that may differ from the plates' base. */
export type Frame = { raster: Raster; changed: Region[] };

/**
 * Paints the dynamic layers, one list for each slot, and puts the picture together. Only where they lie is
 * anything blended: static layers above them are laid over them again there.
 */
export async function paintFrame(
  painter: Painter,
  plates: Plates,
  slots: readonly (readonly ResolvedLayer[])[],
  images: ImageBook,
  paint: typeof paintTiles = paintTiles,
): Promise<Frame> {
  const { width, height, scale, channels, base, ground, steps } = plates;
  const canvas = { width: width / scale, height: height / scale, scale };
  const painted = await Promise.all(slots.map((layers) => paint(painter, layers, images, canvas)));
  const changed = disjoint(painted.flat().map(regionOf));
  const raster: Raster = { width, height, channels, data: new Uint8Array(base) };
  const hasOverlays = steps.some(({ kind }) => kind === "overlay");
  if (hasOverlays) for (const region of changed) copyRegion(ground, raster, region);
  let slot = 0;
  for (const step of steps) {
    if (step.kind === "slot") {
      for (const tile of painted[slot] ?? []) blendTile(raster, tile);
      slot += 1;
    } else for (const region of changed) blendTile(raster, step.tile, region);
  }
  return { raster, changed };
}

type Canvas = Pick<PlateSource, "width" | "height" | "scale">;

/** Pixels that take as long to raster as starting on a tile does; measured. */
const TILE_COST = 60_000;

/** Clear margin around ink, px: filters and antialiasing reach a little further than bounds say. */
const MARGIN = 1;

/** Layers as tiles, back to front: neighbours share a tile where that is cheaper. */
export async function paintTiles(
  painter: Painter,
  layers: readonly ResolvedLayer[],
  images: ImageBook,
  canvas: Canvas,
): Promise<Tile[]> {
  const parts: { svg: string; region: Region }[] = [];
  for (const { svg, ink } of await Promise.all(layers.map((layer) => painter.placeLayer(layer, images)))) {
    const region = ink && wholePixels(ink, canvas);
    if (!region) continue;
    const last = parts.at(-1);
    const joined = last && union(last.region, region);
    if (last && joined && areaOf(joined) <= areaOf(last.region) + areaOf(region) + TILE_COST) {
      parts[parts.length - 1] = { svg: last.svg + svg, region: joined };
    } else parts.push({ svg, region });
  }
  return Promise.all(parts.map(({ svg, region }) => rasterTile(svg, region, canvas.scale)));
}

async function rasterTile(svg: string, region: Region, scale: number): Promise<Tile> {
  const box = {
    x: region.left,
    y: region.top,
    width: region.right - region.left,
    height: region.bottom - region.top,
  };
  const { width, height, data } = await rasterSvg(svgDocument(box, svg, scale));
  return { left: region.left * scale, top: region.top * scale, width, height, data };
}

/** Bounds on whole px inside the canvas; null when they lie outside. */
function wholePixels(ink: NonNullable<Painted["ink"]>, { width, height }: Canvas): Region | null {
  const left = Math.max(0, Math.floor(ink.left) - MARGIN);
  const top = Math.max(0, Math.floor(ink.top) - MARGIN);
  const right = Math.min(width, Math.ceil(ink.right) + MARGIN);
  const bottom = Math.min(height, Math.ceil(ink.bottom) + MARGIN);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

function sharedTile(tile: Tile): Tile {
  return { ...tile, data: shared(tile.data) };
}
