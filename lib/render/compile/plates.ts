import type { ImageBook, Painter } from "@/lib/paint/painter";
import type { Fill } from "@/lib/template/primitives";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Raster } from "../encode/raster";
import { blendTile, copyRegion, regionOf, type Tile } from "./blend";
import { borrowCopy } from "./frame-memory";
import { asTile, layPiece, paintPicture, paintPieces } from "./paint-pieces";
import { withoutIdleAlpha } from "./raster-svg";
import { disjoint, type Region } from "./region";

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
  const firstSlot = source.units.indexOf(null);
  const below = firstSlot < 0 ? source.units : source.units.slice(0, firstSlot);
  const document = { ...source, layers: below.flatMap((unit) => unit ?? []) };
  const ground = withoutIdleAlpha(await paintPicture(painter, document, images, source));
  const steps: Plates["steps"][number][] = [];
  for (const unit of firstSlot < 0 ? [] : source.units.slice(firstSlot)) {
    if (unit === null) steps.push({ kind: "slot" });
    else {
      const pieces = await paintPieces(painter, unit, images, source);
      steps.push(...pieces.map((piece) => ({ kind: "overlay" as const, tile: sharedTile(asTile(piece)) })));
    }
  }
  const { width, height, channels } = ground;
  const base: Raster = { ...ground, data: shared(ground.data) };
  const overlays = steps.flatMap((step) => (step.kind === "overlay" ? [step.tile] : []));
  const groundBytes = overlays.length === 0 ? base.data : shared(ground.data);
  for (const tile of overlays) blendTile(base, tile);
  return { width, height, scale: source.scale, channels, base: base.data, ground: groundBytes, steps };
}

/** A whole picture, in memory that is to be given back, and the parts of it that may differ from the plates' base. */
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
  paint: typeof paintPieces = paintPieces,
): Promise<Frame> {
  const { width, height, scale, channels, base, ground, steps } = plates;
  const canvas = { width: width / scale, height: height / scale, scale };
  const painted = await Promise.all(slots.map((layers) => paint(painter, layers, images, canvas)));
  const changed = disjoint(painted.flat().map(regionOf));
  const raster: Raster = { width, height, channels, data: borrowCopy(base) };
  const hasOverlays = steps.some(({ kind }) => kind === "overlay");
  if (hasOverlays) for (const region of changed) copyRegion(ground, raster, region);
  let slot = 0;
  for (const step of steps) {
    if (step.kind === "slot") {
      for (const piece of painted[slot] ?? []) layPiece(raster, piece);
      slot += 1;
    } else for (const region of changed) blendTile(raster, step.tile, region);
  }
  return { raster, changed };
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

function sharedTile(tile: Tile): Tile {
  return { ...tile, data: shared(tile.data) };
}
