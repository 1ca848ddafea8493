import { applyToVector, centreOf, type Point, type Rect, rotationAbout } from "./geometry";
import { layersAtSize } from "./layers-at-size";
import { LIMITS } from "./limits";
import type { Document } from "./schema";
import { walkLayers } from "./tree";
import type { Override, Variant } from "./variant";

/** A group whose box was drawn anew: the box before and after, and how far its corner moved in its own frame, px. */
export type Fit = { from: Rect; to: Rect; corner: Point };

/** px by which a place may differ before it is overridden: what rounding a design's coordinates can come to. */
const DUST = 0.05;

/**
 * `after` with overrides by which what the fitted groups hold stays where it was in `before` at every size. A box
 * drawn anew moves the frame that children are placed in, and what a size says of them is said in that frame.
 */
export function withFittedOverrides(
  before: Document,
  after: Document,
  fits: ReadonlyMap<string, Fit>,
): Document {
  if (fits.size === 0 || after.variants.every(({ overrides }) => Object.keys(overrides).length === 0))
    return after;
  return { ...after, variants: after.variants.map((variant) => fitVariant(before, after, fits, variant)) };
}

function fitVariant(
  before: Document,
  after: Document,
  fits: ReadonlyMap<string, Fit>,
  variant: Variant,
): Variant {
  if (Object.keys(variant.overrides).length === 0) return variant;
  const was = placesAt(before, variant);
  /** How a length in a group's frame is scaled in this size, along each of its sides. */
  const scaleOf = (id: string, { from }: Fit): Point => {
    const box = was.get(id)?.box ?? from;
    return { x: box.width / from.width, y: box.height / from.height };
  };
  /** How far the frame that a layer is placed in has moved, px of this size. */
  const frameShift = (id: string): Point => {
    const parentId = was.get(id)?.parentId ?? "";
    const fit = fits.get(parentId);
    if (fit === undefined) return { x: 0, y: 0 };
    const scale = scaleOf(parentId, fit);
    return { x: fit.corner.x * scale.x, y: fit.corner.y * scale.y };
  };

  const moved = Object.entries(variant.overrides).map(([id, own]): [string, Override] => {
    const frame = frameShift(id);
    const fit = fits.get(id);
    const grown = (side: "width" | "height") => (fit ? fit.to[side] / fit.from[side] : 1);
    return [
      id,
      {
        ...own,
        ...(own.x !== undefined && { x: place(own.x - frame.x) }),
        ...(own.y !== undefined && { y: place(own.y - frame.y) }),
        ...(own.width !== undefined && { width: side(own.width * grown("width")) }),
        ...(own.height !== undefined && { height: side(own.height * grown("height")) }),
      },
    ];
  });
  const overrides: Record<string, Override> = Object.fromEntries(moved);
  const now = placesAt(after, { ...variant, overrides });
  for (const [id, fit] of fits) {
    const [old, drawn] = [was.get(id)?.box, now.get(id)?.box];
    if (old === undefined || drawn === undefined) continue;
    const scale = scaleOf(id, fit);
    const inFrame = {
      x: (fit.corner.x + (fit.to.width - fit.from.width) / 2) * scale.x,
      y: (fit.corner.y + (fit.to.height - fit.from.height) / 2) * scale.y,
    };
    const offset = applyToVector(rotationAbout({ x: 0, y: 0 }, old.rotation), inFrame);
    const centre = centreOf(old);
    const frame = frameShift(id);
    const x = centre.x + offset.x - frame.x - drawn.width / 2;
    const y = centre.y + offset.y - frame.y - drawn.height / 2;
    const own = {
      ...overrides[id],
      ...(Math.abs(drawn.x - x) > DUST && { x: place(x) }),
      ...(Math.abs(drawn.y - y) > DUST && { y: place(y) }),
    };
    if (Object.keys(own).length > 0) overrides[id] = own;
  }
  return { ...variant, overrides };
}

type PlaceAt = { box: Rect & { rotation: number }; parentId: string | null };

function placesAt(doc: Document, variant: Variant): Map<string, PlaceAt> {
  return new Map(
    Array.from(walkLayers(layersAtSize(doc, variant)), ({ layer, parent }) => [
      layer.id,
      { box: layer, parentId: parent?.id ?? null },
    ]),
  );
}

function place(coordinate: number): number {
  const px = Math.round(coordinate * 1e4) / 1e4 + 0;
  return Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, px));
}

function side(length: number): number {
  return Math.min(LIMITS.coordinate, Math.max(1, length));
}
