import type { ImageBook, Painted, Painter } from "@/lib/paint/painter";
import { backgroundSvg } from "@/lib/paint/svg/background";
import { svgDocument } from "@/lib/paint/svg/svg-document";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import type { Raster, RowSpan } from "../encode/raster";
import { castShadow, readShadow, type Shadowed, shadowReach } from "../raster/drop-shadow";
import { type PlainPicture, readPlainSvg } from "../raster/plain-svg";
import { drawOutlines, type Outlines, rasterPlain } from "../raster/raster-plain";
import { blendTile, cropped, fade, type Tile } from "./blend";
import { enlarged, rasterSvg } from "./raster-svg";
import { areaOf, intersection, type Region, union } from "./region";

/** Size of a canvas, px, and pixels to a px. */
export type Canvas = { width: number; height: number; scale: number };

/** SVG elements and the part of the canvas that they touch, whole px; how they are drawn is found out already. */
type Part = { svg: string; region: Region; way: Way };

/** Outlines only, something with a shadow, whose ink reaches so far also outside of the canvas, or any SVG. */
type Way =
  | { kind: "plain"; picture: PlainPicture }
  | { kind: "shadowed"; shadowed: Shadowed; ink: Region }
  | { kind: "any" };

/** Pixels that take as long to raster as starting on a tile does; measured. */
const TILE_COST = 60_000;

/** Clear margin around ink, px: filters and antialiasing reach a little further than bounds say. */
const MARGIN = 1;

/** A painted part of a picture, in pixels or as outlines that are quicker to draw where they belong than to copy. */
export type Piece = Tile | Outlines;

/** Lays a piece over a frame, in place. */
export function layPiece(frame: Raster, piece: Piece): void {
  if ("shapes" in piece) drawOutlines(frame, piece);
  else blendTile(frame, piece);
}

/** A piece in pixels. */
export function asTile(piece: Piece): Tile {
  return "shapes" in piece ? rasterPlain({ shapes: piece.shapes, opacity: 1 }, piece, piece.scale) : piece;
}

/** Layers in pieces, back to front: neighbours share a tile where that is cheaper. */
export async function paintPieces(
  painter: Painter,
  layers: readonly ResolvedLayer[],
  images: ImageBook,
  canvas: Canvas,
): Promise<Piece[]> {
  return rasterParts(await partsOf(painter, layers, images, canvas), canvas);
}

/** Rows of pixels that layers touch. */
export async function touchedRows(
  painter: Painter,
  layers: readonly ResolvedLayer[],
  images: ImageBook,
  canvas: Canvas,
): Promise<RowSpan[]> {
  const parts = await partsOf(painter, layers, images, canvas);
  return parts.map(({ region: { top, bottom } }) => ({
    top: top * canvas.scale,
    bottom: bottom * canvas.scale,
  }));
}

/** A whole picture in pixels: RGBA, or RGB on white. */
export async function paintPicture(
  painter: Painter,
  document: Pick<ResolvedDocument, "width" | "height" | "background" | "layers">,
  images: ImageBook,
  { scale, onWhite }: { scale: number; onWhite: boolean },
): Promise<Raster> {
  const { width, height, layers } = document;
  const canvas = { width, height, scale };
  const ground = backgroundSvg(document);
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const parts = await partsOf(painter, layers, images, canvas);
  const all = ground === "" ? parts : [{ svg: ground, region: whole, way: wayOf(ground, whole) }, ...parts];
  const frame = blank(width * scale, height * scale, onWhite);
  for (const piece of await rasterParts(all, canvas)) layPiece(frame, piece);
  return frame;
}

function blank(width: number, height: number, isWhite: boolean): Raster {
  const channels = isWhite ? 3 : 4;
  return { width, height, channels, data: new Uint8Array(width * height * channels).fill(isWhite ? 255 : 0) };
}

async function partsOf(
  painter: Painter,
  layers: readonly ResolvedLayer[],
  images: ImageBook,
  canvas: Canvas,
): Promise<Part[]> {
  const painted = await Promise.all(
    layers.flatMap(withoutPlainGroups).map((layer) => painter.placeLayer(layer, images)),
  );
  return painted.flatMap(({ svg, ink }) => {
    const all = ink && wholePixels(ink);
    const region = all && intersection(all, { left: 0, top: 0, right: canvas.width, bottom: canvas.height });
    return all && region ? [{ svg, region, way: wayOf(svg, all) }] : [];
  });
}

function wayOf(svg: string, ink: Region): Way {
  const picture = readPlainSvg(svg);
  if (picture) return { kind: "plain", picture };
  const shadowed = readShadow(svg);
  return shadowed ? { kind: "shadowed", shadowed, ink } : { kind: "any" };
}

/**
 * The children of groups that do nothing to them as a whole, at their places on the canvas: each can then be drawn in
 * the way that suits it.
 */
function withoutPlainGroups(layer: ResolvedLayer): ResolvedLayer[] {
  const isPlain = layer.opacity === 1 && layer.shadow === null && layer.rotation === 0;
  if (!("children" in layer) || layer.masked || !isPlain) return [layer];
  return layer.children
    .map((child) => ({ ...child, x: child.x + layer.x, y: child.y + layer.y }))
    .flatMap(withoutPlainGroups);
}

/** Any SVG is drawn by a rasteriser that starts slowly, neighbours together; each other part is a tile of its own. */
async function rasterParts(parts: readonly Part[], { scale }: Canvas): Promise<Piece[]> {
  const pieces: (Piece | Promise<Piece>)[] = [];
  let waiting: Part | null = null;
  const flush = () => {
    if (waiting) pieces.push(rasterAny(waiting, scale));
    waiting = null;
  };
  for (const part of parts) {
    const own = rasterOwn(part, scale);
    if (own) {
      flush();
      pieces.push(own);
      continue;
    }
    const joined: Part | null = waiting && joinedParts(waiting, part);
    if (!joined) flush();
    waiting = joined ?? part;
  }
  flush();
  return Promise.all(pieces);
}

/** What needs no rasteriser for all of SVG, at least not for all of it; null for any other. */
function rasterOwn({ region, way }: Part, scale: number): Piece | Promise<Piece> | null {
  switch (way.kind) {
    case "plain":
      return plainPiece(way.picture, pixelsOf(region, scale), scale);
    case "shadowed":
      return rasterShadowed(way.shadowed, region, way.ink, scale);
    case "any":
      return null;
  }
}

/** Outlines as they are; those that are transparent as one, in pixels. */
function plainPiece(picture: PlainPicture, area: Omit<Tile, "data">, scale: number): Piece {
  const { shapes, opacity } = picture;
  return opacity === 1 ? { ...area, shapes, scale } : rasterPlain(picture, area, scale);
}

/** A layer over its shadow. What lies outside of the region, but near enough to cast a shadow into it, is drawn too. */
async function rasterShadowed(
  { svg, shadow, opacity }: Shadowed,
  region: Region,
  ink: Region,
  scale: number,
): Promise<Tile> {
  const area = intersection(ink, grown(region, shadowReach(shadow))) ?? region;
  const picture = readPlainSvg(svg);
  const plain = picture && rasterPlain(picture, pixelsOf(area, scale), scale);
  const caster = plain ?? (await rasterAny({ svg, region: area }, scale));
  const { left, top, width, height, data } = castShadow(caster, shadow, scale);
  blendTile({ width, height, channels: 4, data }, { ...caster, left: 0, top: 0 });
  fade(data, opacity);
  return cropped({ left, top, width, height, data }, pixelsOf(region, scale));
}

/** Two neighbours in one; null where that would take longer than one by one. */
function joinedParts(below: Part, above: Part): Part | null {
  const region = union(below.region, above.region);
  const isCheaper = areaOf(region) <= areaOf(below.region) + areaOf(above.region) + TILE_COST;
  return isCheaper ? { svg: below.svg + above.svg, region, way: { kind: "any" } } : null;
}

/** Pixels under blurs that are drawn at full size, of all blurs of a part: a second of work or two. */
const BLURRED_PIXELS = 1_500_000;

async function rasterAny({ svg, region }: Pick<Part, "svg" | "region">, scale: number): Promise<Tile> {
  const { left, top, width, height } = pixelsOf(region, scale);
  const box = { x: region.left, y: region.top, width: width / scale, height: height / scale };
  const blurs = svg.split("<feDropShadow").length - 1;
  const share = Math.min(1, Math.sqrt(BLURRED_PIXELS / Math.max(1, blurs * width * height)));
  const raster = await rasterSvg(svgDocument(box, svg, scale * share));
  const data = share === 1 ? raster.data : await enlarged(raster, width, height);
  return { left, top, width, height, data };
}

function grown({ left, top, right, bottom }: Region, by: number): Region {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function pixelsOf({ left, top, right, bottom }: Region, scale: number) {
  return {
    left: left * scale,
    top: top * scale,
    width: (right - left) * scale,
    height: (bottom - top) * scale,
  };
}

/** Bounds on whole px, with a margin. */
function wholePixels({ left, top, right, bottom }: NonNullable<Painted["ink"]>): Region {
  return {
    left: Math.floor(left) - MARGIN,
    top: Math.floor(top) - MARGIN,
    right: Math.ceil(right) + MARGIN,
    bottom: Math.ceil(bottom) + MARGIN,
  };
}
