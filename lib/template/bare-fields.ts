import type { Field } from "./field";
import { LIMITS } from "./limits";
import { placeholderKeys, replacePlaceholders } from "./placeholders";
import { toOneLine } from "./plain-text";
import { entryOf } from "./registry";
import type { Document, Layer } from "./schema";
import { walkLayers } from "./tree";

/** A field that leaves a hole in a text when it has no value. */
export type BareField = {
  key: string;
  /** The text layer it stands in. */
  layerId: string;
  /** What people without a value read there: `Hi !`. */
  reads: string;
};

/**
 * Fields without a fallback that stand among other words of a text, by their keys; for each the first such text from
 * the back. A text with a phrase for missing data, or hidden without the field, has no hole; nor has one that is the
 * field alone, which just is not there.
 */
export function bareFields({ fields, layers }: Pick<Document, "fields" | "layers">): Map<string, BareField> {
  const bare = new Map(
    fields.filter(({ fallback }) => fallback.trim() === "").map((field) => [field.key, field]),
  );
  const fallbacks = new Map(fields.map(({ key, fallback }) => [key, fallback]));
  const found = new Map<string, BareField>();
  for (const { layer, parent } of walkLayers(layers)) {
    const text = entryOf(layer).sentence?.(layer) ?? null;
    if (text === null) continue;
    const words = replacePlaceholders(text, () => "");
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    for (const key of placeholderKeys(text)) {
      if (!bare.has(key) || found.has(key) || isHiddenWithout(layer, key)) continue;
      if (parent && isHiddenWithout(parent, key)) continue;
      const holes = replacePlaceholders(text, (each) => (each === key ? "" : shown(each, fallbacks)));
      found.set(key, { key, layerId: layer.id, reads: toOneLine(holes).trim().slice(0, LIMITS.name) });
    }
  }
  return found;
}

function isHiddenWithout({ hideWhenMissing }: Layer, key: Field["key"]): boolean {
  return hideWhenMissing.includes(key);
}

function shown(key: string, fallbacks: ReadonlyMap<string, string>): string {
  return fallbacks.get(key) || "…";
}
