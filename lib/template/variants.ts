import { fitGroupsAround } from "./fit-group";
import { tidyBox } from "./geometry";
import { scaled } from "./layer-base";
import type { Size } from "./layer-entry";
import { LIMITS } from "./limits";
import { entryOf } from "./registry";
import { scaleLayer, withSize } from "./scale-layer";
import type { Document, Layer } from "./schema";
import { mapLayers, withLayers } from "./tree";
import type { Override, Variant } from "./variant";

/**
 * The document in one of its other sizes, as a plain document without sizes of its own; in its own size when `size`
 * is null or names none. A size is named by its id, by its name as `sizeSlug` writes it, or as `1080x1920`; of
 * several that fit the first one counts, ids before names before measures.
 *
 * Layers keep their arrangement: all are scaled evenly until the old canvas fits the new one, in whose middle it
 * stands. A layer that covers the whole canvas is stretched to go on covering it; a group is not, for what it holds
 * would come out of shape. Then each takes what the size overrides of it.
 */
export function documentAtSize(doc: Document, size: string | null): Document {
  const variant = size === null ? undefined : findVariant(doc.variants, size);
  if (variant === undefined) return doc.variants.length === 0 ? doc : { ...doc, variants: [] };
  const { width, height, displayWidth, overrides } = variant;
  const factor = Math.min(width / doc.width, height / doc.height);
  const inherited = doc.layers.map((layer) => inherit(layer, doc, variant, factor));
  // From the outside in: a layer in a group is placed in the group as it is in this size.
  const overridden = (layer: Layer): Layer => {
    const entry = entryOf(layer);
    const own = Object.hasOwn(overrides, layer.id) ? overrides[layer.id] : undefined;
    const next = own === undefined ? layer : withOverride(layer, own);
    return entry.withChildren(next, entry.children(next).map(overridden));
  };
  const next = { ...doc, width, height, displayWidth, layers: inherited.map(overridden), variants: [] };
  const fitted = fitGroupsAround(next, Object.keys(overrides));
  return withLayers(fitted, mapLayers(fitted.layers, withinReach));
}

/** The size a link or a program asks for; undefined when the document has none of that name. */
export function findVariant(variants: readonly Variant[], size: string): Variant | undefined {
  const asked = size.trim().toLowerCase();
  return (
    variants.find(({ id }) => id === size) ??
    (asked === "" ? undefined : variants.find(({ name }) => sizeSlug(name) === asked)) ??
    variants.find(({ width, height }) => `${width}x${height}` === asked)
  );
}

/** A name as it stands in an address: "Instagram Story" is `instagram-story`; empty when nothing of it can stand there. */
export function sizeSlug(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function inherit(layer: Layer, from: Size, to: Size, factor: number): Layer {
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

function covers({ x, y, width, height, rotation }: Layer, canvas: Size): boolean {
  return rotation === 0 && x <= 0 && y <= 0 && x + width >= canvas.width && y + height >= canvas.height;
}

function withScaledShadow(layer: Layer, factor: number): Layer {
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

function withOverride(layer: Layer, { fontSize, width, height, ...rest }: Override): Layer {
  const size = { width: width ?? layer.width, height: height ?? layer.height };
  const entry = entryOf(layer);
  const isResized = size.width !== layer.width || size.height !== layer.height;
  const resized = isResized ? withSize(layer, size, entry.holdsLayers) : layer;
  const before = entry.fontSize?.(resized);
  const sized =
    fontSize === undefined || before === undefined ? resized : entry.scale(resized, fontSize / before);
  return { ...sized, ...rest };
}

/** Scaling up can lead beyond the coordinates a document has. */
function withinReach(layer: Layer): Layer {
  const reach = (length: number) => Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, length));
  const [x, y] = [reach(layer.x), reach(layer.y)];
  const width = Math.min(LIMITS.coordinate, layer.width);
  const height = Math.min(LIMITS.coordinate, layer.height);
  const isSame = x === layer.x && y === layer.y && width === layer.width && height === layer.height;
  return isSame ? layer : { ...layer, x, y, width, height };
}
