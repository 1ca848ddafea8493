import { tidyBox } from "./geometry";
import { scaled } from "./layer-base";
import type { Size } from "./layer-entry";
import { LIMITS } from "./limits";
import { entryOf } from "./registry";
import { scaleLayer, withSize } from "./scale-layer";
import type { Document, Layer } from "./schema";
import { mapLayers } from "./tree";
import type { Override, Variant } from "./variant";

/**
 * The layers of the document as they stand in one of its other sizes, groups not yet drawn tight around them.
 *
 * Layers keep their arrangement: all are scaled evenly until the old canvas fits the new one, in whose middle it
 * stands. A layer that covers the whole canvas is stretched to go on covering it; a group is not, for what it holds
 * would come out of shape. Then each takes what the size overrides of it.
 */
export function layersAtSize(doc: Document, variant: Variant): Layer[] {
  const factor = evenFactor(doc, variant);
  const { overrides } = variant;
  // From the outside in: a layer in a group is placed in the group as it is in this size.
  const overridden = (layer: Layer): Layer => {
    const entry = entryOf(layer);
    const own = Object.hasOwn(overrides, layer.id) ? overrides[layer.id] : undefined;
    const next = own === undefined ? layer : withOverride(layer, own);
    return entry.withChildren(next, entry.children(next).map(overridden));
  };
  return doc.layers.map((layer) => overridden(inherit(layer, doc, variant, factor)));
}

/** A layer of the design's canvas as it stands in a size that overrides nothing of it. `factor` is `evenFactor`. */
export function inherit(layer: Layer, from: Size, to: Size, factor: number): Layer {
  if (covers(layer, from) && !entryOf(layer).holdsLayers) {
    const [horizontal, vertical] = [to.width / from.width, to.height / from.height];
    return withScaledShadow(
      tidyBox({
        ...entryOf(layer).scale(layer, factor),
        x: layer.x * horizontal,
        y: layer.y * vertical,
        width: layer.width * horizontal,
        height: layer.height * vertical,
      }),
      factor,
    );
  }
  const [placed] = mapLayers([scaleLayer(layer, factor, factor, true)], (inner) =>
    withScaledShadow(inner, factor),
  );
  const evenly = placed ?? layer;
  return tidyBox({
    ...evenly,
    x: evenly.x + (to.width - from.width * factor) / 2,
    y: evenly.y + (to.height - from.height * factor) / 2,
  });
}

/** By how much a canvas is scaled evenly until it fits another one. */
export function evenFactor(from: Size, to: Size): number {
  return Math.min(to.width / from.width, to.height / from.height);
}

/** Whether an upright layer leaves nothing of the canvas free. */
export function covers({ x, y, width, height, rotation }: Layer, canvas: Size): boolean {
  return rotation === 0 && x <= 0 && y <= 0 && x + width >= canvas.width && y + height >= canvas.height;
}

/** The layer with its shadow's lengths multiplied: the one thing in px that all types have besides the box. */
export function withScaledShadow(layer: Layer, factor: number): Layer {
  const { shadow } = layer;
  if (shadow === null || factor === 1) return layer;
  const offset = (length: number) => scaled(length, factor, -LIMITS.coordinate, LIMITS.coordinate);
  return {
    ...layer,
    shadow: {
      ...shadow,
      x: offset(shadow.x),
      y: offset(shadow.y),
      blur: scaled(shadow.blur, factor, 0, LIMITS.blur),
    },
  };
}

/** The layer with what a size overrides of it. */
export function withOverride(layer: Layer, { fontSize, width, height, ...rest }: Override): Layer {
  const size = { width: width ?? layer.width, height: height ?? layer.height };
  const entry = entryOf(layer);
  const isResized = size.width !== layer.width || size.height !== layer.height;
  const resized = isResized ? withSize(layer, size, entry.holdsLayers) : layer;
  const sized = fontSize === undefined ? resized : (entry.withFontSize?.(resized, fontSize) ?? resized);
  return { ...sized, ...rest };
}
