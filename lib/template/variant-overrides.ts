import type { Document, Layer } from "./schema";
import { subtreeIds, walkLayers } from "./tree";
import type { Override } from "./variant";

/**
 * `after` without overrides of layers that it does not have. A layer that was in another group in `before`, or has
 * left one, keeps what it overrides but for its box: that was measured in the old place.
 */
export function tidyOverrides(before: Document, after: Document): Document {
  if (after.variants.every(({ overrides }) => Object.keys(overrides).length === 0)) return after;
  const parents = parentsOf(after);
  const earlier = before.layers === after.layers ? parents : parentsOf(before);
  return withOverrides(after, (overrides) =>
    overrides.flatMap(([id, override]): [string, Override][] => {
      const parent = parents.get(id);
      if (parent === undefined) return [];
      const moved = earlier.has(id) && earlier.get(id) !== parent;
      return [[id, moved ? withoutBox(override) : override]];
    }),
  );
}

/** The document with the overrides of these layers, and of what is in them, copied to their new ids. */
export function withCopiedOverrides(
  doc: Document,
  layers: readonly Layer[],
  newIds: Readonly<Record<string, string>>,
  shift: { x: number; y: number },
): Document {
  const outer = new Set(layers.map(({ id }) => id));
  const copied = new Set(subtreeIds(layers));
  return withOverrides(doc, (overrides) => [
    ...overrides,
    ...overrides.flatMap(([id, override]): [string, Override][] => {
      const copy = newIds[id];
      if (!copied.has(id) || copy === undefined) return [];
      return [[copy, outer.has(id) ? shifted(override, shift) : override]];
    }),
  ]);
}

type Entries = [layerId: string, override: Override][];

function withOverrides(doc: Document, change: (overrides: Entries) => Entries): Document {
  const variants = doc.variants.map((variant) => ({
    ...variant,
    overrides: Object.fromEntries(change(Object.entries(variant.overrides))),
  }));
  return JSON.stringify(variants) === JSON.stringify(doc.variants) ? doc : { ...doc, variants };
}

function parentsOf(doc: Document): Map<string, string | null> {
  return new Map(Array.from(walkLayers(doc.layers), ({ layer, parent }) => [layer.id, parent?.id ?? null]));
}

function withoutBox({ visible, fontSize }: Override): Override {
  return { ...(visible !== undefined && { visible }), ...(fontSize !== undefined && { fontSize }) };
}

function shifted(override: Override, shift: { x: number; y: number }): Override {
  const { x, y } = override;
  return {
    ...override,
    ...(x !== undefined && { x: x + shift.x }),
    ...(y !== undefined && { y: y + shift.y }),
  };
}
