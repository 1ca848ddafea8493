import { sameValue } from "@/lib/template/same-value";
import type { Document, Layer } from "@/lib/template/schema";
import { editAtSize } from "@/lib/template/sizes/edit-at-size";
import { documentAtSize } from "@/lib/template/variants";

/** The size if the design has it, else the design's own. */
export function existingSize(design: Document, sizeId: string | null): string | null {
  return design.variants.some(({ id }) => id === sizeId) ? sizeId : null;
}

export type SizeView = {
  /** The design itself for null, else the plain document of that size. */
  at: (design: Document, sizeId: string | null) => Document;
  /** The same, but the design without its other sizes: what its picture depends on. */
  plain: (design: Document, sizeId: string | null) => Document;
  /** The design after a change of what it is in that size, see `editAtSize`. */
  changed: (design: Document, sizeId: string | null, change: (document: Document) => Document) => Document;
};

/**
 * Documents of sizes that keep their identity: whatever of one is as it was in the one before is the very same object,
 * so that a move in a size, as in the design, is only a move, and nothing is painted for it.
 */
export function createSizeView(): SizeView {
  const known = new WeakMap<Document, Map<string, Document>>();
  const last = new Map<string, Document>();
  const plain = (design: Document, sizeId: string | null): Document => {
    const name = sizeId ?? "";
    const sizes = known.get(design) ?? new Map<string, Document>();
    known.set(design, sizes);
    const there = sizes.get(name);
    if (there) return there;
    const fresh = sharedWith(last.get(name), documentAtSize(design, sizeId));
    sizes.set(name, fresh);
    last.set(name, fresh);
    return fresh;
  };
  const at = (design: Document, sizeId: string | null) => (sizeId === null ? design : plain(design, sizeId));
  return {
    plain,
    at,
    changed: (design, wanted, change) => {
      const sizeId = existingSize(design, wanted);
      const before = at(design, sizeId);
      return sizeId === null ? change(design) : editAtSize(design, sizeId, before, change(before));
    },
  };
}

/** `next` with every part of it that says the same as in `before` taken from there. */
function sharedWith(before: Document | undefined, next: Document): Document {
  if (!before) return next;
  const layers = sharedLayers(before.layers, next.layers);
  const parts = Object.entries(next).map(([key, value]) => {
    const old: unknown = Reflect.get(before, key);
    return [key, key === "layers" ? layers : sameValue(old, value) ? old : value];
  });
  const shared: Document = { ...next, ...Object.fromEntries(parts) };
  return sameValue(before, shared) ? before : shared;
}

function sharedLayers(before: readonly Layer[], next: readonly Layer[]): readonly Layer[] {
  const earlier = new Map(before.map((layer) => [layer.id, layer]));
  const layers = next.map((layer) => {
    const old = earlier.get(layer.id);
    if (!old || sameValue(old, layer)) return old ?? layer;
    return "children" in layer && "children" in old
      ? { ...layer, children: [...sharedLayers(old.children, layer.children)] }
      : layer;
  });
  const same = layers.length === before.length && layers.every((layer, index) => layer === before[index]);
  return same ? before : layers;
}
