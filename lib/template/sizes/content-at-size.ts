import { isRecord } from "../json-shape";
import { evenFactor, withScaledShadow } from "../layers-at-size";
import { patchLayer } from "../patch-layer";
import { entryOf } from "../registry";
import { sameValue } from "../same-value";
import { type Document, type Layer, layer as layerSchema } from "../schema";
import { mapLayers, walkLayers } from "../tree";
import type { Variant } from "../variant";
import { documentAtSize } from "../variants";

/** What a size has of its own, or what is not the layer's content. */
const PLACE = new Set(["id", "type", "x", "y", "width", "height", "rotation", "visible", "children"]);

/**
 * The layers of the design with what `after`, the design in a size, says in other words or paints in another way.
 * Lengths are told in px of the size and kept in px of the design; what did not change stays to the last digit.
 */
export function withContentOf(
  doc: Document,
  variant: Variant,
  before: Document,
  after: Document,
  inherited: ReadonlyMap<string, Layer>,
): readonly Layer[] {
  const shown = byId(documentAtSize(doc, variant.id).layers);
  const wanted = byId(after.layers);
  const earlier = byId(before.layers);
  const factor = evenFactor(doc, variant);
  return mapLayers(doc.layers, (layer) => {
    const [is, should] = [shown.get(layer.id), wanted.get(layer.id)];
    if (!is || !should || sameContent(is, should)) return layer;
    const was = earlier.get(layer.id);
    if (was && (sameContent(was, should) || isSized(was, should) || isScaled(was, should))) return layer;
    const from = inherited.get(layer.id) ?? layer;
    return withContent(layer, { was, is, should, told: unscaled(should, layer, from, factor) });
  });
}

/** The layer of a size with everything in px as the design would have it. */
function unscaled(layer: Layer, design: Layer, inherited: Layer, factor: number): Layer {
  const entry = entryOf(layer);
  const [horizontal, vertical] = [inherited.width / design.width, inherited.height / design.height];
  const isEven = Math.abs(horizontal - vertical) < 1e-3 * horizontal;
  const fontSize = entry.fontSize?.(inherited);
  const sized = fontSize === undefined ? layer : (entry.withFontSize?.(layer, fontSize) ?? layer);
  return withScaledShadow(entry.scale(sized, 1 / (isEven ? horizontal : factor)), 1 / factor);
}

/**
 * Whether all that was done is to give the whole text a size. In a size that is an override, under which runs of other
 * sizes and the room between letters keep their ratio to it, so the design keeps them.
 */
function isSized(was: Layer, should: Layer): boolean {
  const size = entryOf(should).fontSize?.(should);
  if (size === undefined || size === entryOf(was).fontSize?.(was)) return false;
  return sameContent(patchLayer(was, [{ path: ["style", "fontSize"], value: size }]), should);
}

/** Whether what changed inside is what scaling the layer does: lengths inside are shared, so a size does not scale them. */
function isScaled(was: Layer, should: Layer): boolean {
  if (was.width === should.width && was.height === should.height) return false;
  const scaled = contentOf(entryOf(was).scale(was, should.width / was.width));
  const size = entryOf(should).fontSize?.(should);
  const sized = size === undefined ? was : (entryOf(was).withFontSize?.(was, size) ?? was);
  return isAsGood(scaled, contentOf(should)) || isAsGood(contentOf(sized), contentOf(should));
}

/** Whether two pieces of data differ in nothing but what rounding to 0.01 px comes to. */
function isAsGood(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) < 0.02;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isAsGood(item, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => isAsGood(one[key], other[key]));
  }
  return one === other;
}

/**
 * One value, or a layer, in four states: as it was in the size before the edit (undefined when it was not there), as it
 * is there when only boxes are overridden, as it should be there, and that as the design tells it.
 */
type States<T> = { was: T | undefined; is: T; should: T; told: T };

function withContent(design: Layer, { was, is, should, told }: States<Layer>): Layer {
  const { id, type, x, y, width, height, rotation, visible } = design;
  const place = { id, type, x, y, width, height, rotation, visible };
  const entry = entryOf(design);
  const holder = entry.holdsLayers ? { children: [] } : {};
  const states = {
    was: was && contentOf(was),
    is: contentOf(is),
    should: contentOf(should),
    told: contentOf(told),
  };
  for (const content of [merge(contentOf(design), states), states.told]) {
    const parsed = layerSchema.safeParse({ ...Object(content), ...place, ...holder });
    if (parsed.success)
      return entry.holdsLayers ? entry.withChildren(parsed.data, entry.children(design)) : parsed.data;
  }
  return design;
}

/** The design's value where the edit did not change what the size shows, else what it made, as the design tells it. */
function merge(design: unknown, { was, is, should, told }: States<unknown>): unknown {
  if (sameValue(is, should) || (was !== undefined && sameValue(was, should))) return design;
  if (isRounding(is, should, told)) return design;
  if (Array.isArray(should) && Array.isArray(is) && Array.isArray(design) && Array.isArray(told)) {
    const isAligned = is.length === design.length;
    return should.map((item, index) => {
      const same = isAligned ? is.findIndex((other) => sameValue(other, item)) : -1;
      if (same >= 0) return design[same];
      if (!isAligned || is.length !== should.length) return told[index];
      const earlier = Array.isArray(was) && was.length === is.length ? was[index] : undefined;
      return merge(design[index], { was: earlier, is: is[index], should: item, told: told[index] });
    });
  }
  if (isRecord(should) && isRecord(is) && isRecord(design) && isRecord(told)) {
    const earlier = isRecord(was) ? was : {};
    return Object.fromEntries(
      Object.entries(should).map(([key, value]) => [
        key,
        merge(design[key], { was: earlier[key], is: is[key], should: value, told: told[key] }),
      ]),
    );
  }
  return told;
}

/** Whether two lengths are one, scaled in one step and in two: each rounds to 0.01 px. */
function isRounding(is: unknown, should: unknown, told: unknown): boolean {
  if (typeof is !== "number" || typeof should !== "number") return false;
  return told !== should && Math.abs(is - should) < 0.02;
}

function contentOf(layer: Layer): Record<string, unknown> {
  return Object.fromEntries(Object.entries(layer).filter(([key]) => !PLACE.has(key)));
}

function sameContent(one: Layer, other: Layer): boolean {
  return one === other || sameValue(contentOf(one), contentOf(other));
}

function byId(layers: readonly Layer[]): Map<string, Layer> {
  return new Map(Array.from(walkLayers(layers), ({ layer }) => [layer.id, layer]));
}
