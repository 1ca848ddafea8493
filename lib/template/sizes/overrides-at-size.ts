import {
  applyToPoint,
  type Box,
  invert,
  localToParent,
  multiply,
  type Point,
  tidyBox,
  worldMatrix,
} from "../geometry";
import { evenFactor, inherit, layersAtSize, withOverride } from "../layers-at-size";
import { entryOf } from "../registry";
import { scaleLayer } from "../scale-layer";
import type { Document, Layer } from "../schema";
import { subtreeIds, walkLayers } from "../tree";
import type { Override, Variant } from "../variant";
import { documentAtSize } from "../variants";

export type SettledSize = {
  overrides: Record<string, Override>;
  /** Each layer as it comes to the size from the design and the groups around it, before its own overrides. */
  inherited: ReadonlyMap<string, Layer>;
};

const BOX_KEYS = ["x", "y", "width", "height", "rotation"] as const;

/** By how much a place may differ without being another: what rounding in nested groups comes to, px and degrees. */
const DUST = { x: 0.01, y: 0.01, width: 0.01, height: 0.01, rotation: 0.001 };

/**
 * What a size has to override so that its layers stand as `after` has them. `doc` has the layers of `after`. A value
 * that is the design's is not overridden; one that stays as it was stays overridden.
 *
 * In a size, groups are drawn tight after overrides are in place, so what a group says of its own box is said of the
 * box that it had before that. A group whose layers all stand in it as they stood was itself moved, turned or scaled;
 * in any other it was its layers that changed, and their overrides say so. `asShown` says all of every group as it is
 * shown instead: more is overridden then, but nothing lies further away than what is on the canvas.
 */
export function settleOverrides(
  doc: Document,
  variant: Variant,
  after: Document,
  { asShown = false } = {},
): SettledSize {
  const overrides: Record<string, Override> = {};
  const inheritedById = new Map<string, Layer>();
  const now = documentAtSize(doc, variant.id);
  const unfitted = { ...now, layers: layersAtSize(doc, variant) };
  const still = new Set<string>();
  const shown = new Map(Array.from(walkLayers(now.layers), ({ layer }) => [layer.id, layer]));

  /** `shift`: the corner of the group around the layer as it is shown, seen from the one that overrides speak of, px. */
  const settle = (inherited: Layer, reference: Layer, after: Layer, shift: Point): void => {
    const { id } = inherited;
    inheritedById.set(id, inherited);
    const old = Object.hasOwn(variant.overrides, id) ? (variant.overrides[id] ?? {}) : {};
    const box: Box = { ...boxOf(after), x: after.x + shift.x, y: after.y + shift.y };
    const entry = entryOf(inherited);
    const references = entryOf(reference).children(reference);
    const children = entryOf(after).children(after);
    if (!entry.holdsLayers || references.length === 0 || children.length === 0) {
      keep(inherited, old, box, after);
      return;
    }
    const scale = { x: after.width / reference.width, y: after.height / reference.height };
    const scaled = references.map((child) => scaleLayer(child, scale.x, scale.y, true));
    const whole = children.every((child, index) => standsAs(child, scaled[index]));
    const was = withOverride(inherited, old);
    const slack = originIn(unfitted, now, id);
    const frame: Box = asShown
      ? box
      : whole
        ? frameAround(box, { width: was.width * scale.x, height: was.height * scale.y }, slack, scale)
        : { ...boxOf(was), rotation: after.rotation };
    const placed = withOverride(inherited, keep(inherited, old, frame, after));
    const corner = applyToPoint(multiply(invert(localToParent(placed)), localToParent(box)), { x: 0, y: 0 });
    const inheritedChildren = new Map(entry.children(placed).map((child) => [child.id, child]));
    children.forEach((child, index) => {
      const from = inheritedChildren.get(child.id);
      const like = whole ? scaled[index] : shown.get(child.id);
      if (from && like) settle(from, like, child, corner);
    });
  };

  const keep = (inherited: Layer, old: Override, box: Box, after: Layer): Override => {
    const own = still.has(inherited.id) ? old : ownOf(inherited, old, box, after);
    if (Object.keys(own).length > 0) overrides[inherited.id] = own;
    return own;
  };

  const factor = evenFactor(doc, variant);
  const afterById = new Map(after.layers.map((layer) => [layer.id, layer]));
  for (const layer of doc.layers) {
    const [wanted, reference] = [afterById.get(layer.id), shown.get(layer.id)];
    if (!wanted || !reference) continue;
    if (standsStill(reference, wanted)) for (const id of subtreeIds([layer])) still.add(id);
    settle(inherit(layer, doc, variant, factor), reference, wanted, { x: 0, y: 0 });
  }
  return { overrides, inherited: inheritedById };
}

function ownOf(inherited: Layer, old: Override, box: Box, after: Layer): Override {
  const own: Override = {};
  const tidy = tidyBox(box);
  for (const key of BOX_KEYS) {
    const kept = old[key];
    if (kept !== undefined && Math.abs(kept - box[key]) < DUST[key]) own[key] = kept;
    else if (Math.abs(inherited[key] - box[key]) >= DUST[key]) own[key] = tidy[key];
  }
  if (after.visible === old.visible || after.visible !== inherited.visible) own.visible = after.visible;
  const entry = entryOf(inherited);
  const wanted = entry.fontSize?.(after);
  const plain = entry.fontSize?.(withOverride(inherited, own));
  if (
    wanted !== undefined &&
    plain !== undefined &&
    (wanted === old.fontSize || Math.abs(wanted - plain) > 0.004)
  )
    own.fontSize = wanted;
  return own;
}

/** The box that overrides speak of, around a group shown as `box`, whose corner is `slack` away from it, scaled. */
function frameAround(box: Box, size: { width: number; height: number }, slack: Point, scale: Point): Box {
  const centre = applyToPoint(localToParent(box), {
    x: size.width / 2 - slack.x * scale.x,
    y: size.height / 2 - slack.y * scale.y,
  });
  return { ...size, x: centre.x - size.width / 2, y: centre.y - size.height / 2, rotation: box.rotation };
}

/** The corner of a layer in one document as it is seen from the same layer in another. */
function originIn(from: Document, to: Document, id: string): Point {
  return applyToPoint(multiply(invert(worldMatrix(from, id)), worldMatrix(to, id)), { x: 0, y: 0 });
}

/** Whether a layer and all that it holds have the places that they had: nothing of it can need another override. */
function standsStill(reference: Layer, after: Layer): boolean {
  const [children, others] = [entryOf(after).children(after), entryOf(reference).children(reference)];
  return (
    BOX_KEYS.every((key) => after[key] === reference[key]) &&
    after.visible === reference.visible &&
    entryOf(after).fontSize?.(after) === entryOf(reference).fontSize?.(reference) &&
    children.length === others.length &&
    children.every((child, index) => {
      const other = others[index];
      return other?.id === child.id && standsStill(other, child);
    })
  );
}

function standsAs(layer: Layer, like: Layer | undefined): boolean {
  return like?.id === layer.id && BOX_KEYS.every((key) => Math.abs(layer[key] - like[key]) < 0.01);
}

function boxOf({ x, y, width, height, rotation }: Box): Box {
  return { x, y, width, height, rotation };
}
