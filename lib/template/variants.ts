import { fitGroupsAround } from "./fit-group";
import { layersAtSize } from "./layers-at-size";
import type { Document } from "./schema";
import { guideAtSize } from "./sizes/guide-at-size";
import { mapLayers, withLayers } from "./tree";
import type { Variant } from "./variant";
import { withinLimits } from "./within-limits";

/**
 * The document in one of its other sizes, as a plain document without sizes of its own; in its own size when `size`
 * is null or names none. A size is named by its id, by its name as `sizeSlug` writes it, or as `1080x1920`; of
 * several that fit the first one counts, ids before names before measures. See `layersAtSize` for where layers stand.
 */
export function documentAtSize(doc: Document, size: string | null): Document {
  const variant = size === null ? undefined : findVariant(doc.variants, size);
  if (variant === undefined) return doc.variants.length === 0 ? doc : { ...doc, variants: [] };
  const { width, height, displayWidth, overrides } = variant;
  const guides = doc.guides.map((guide) => guideAtSize(guide, doc, variant));
  const next = {
    ...doc,
    ...{ width, height, displayWidth, guides, variants: [] },
    layers: layersAtSize(doc, variant),
  };
  const fitted = fitGroupsAround(next, Object.keys(overrides));
  // Scaling up can lead beyond the coordinates a document has.
  return withLayers(fitted, mapLayers(fitted.layers, withinLimits));
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
