import { LIMITS } from "../limits";
import type { Document } from "../schema";
import { updateLayers } from "../tree";
import { accept } from "./accept";

export type SetBinding = {
  ids: readonly string[];
  path: string;
  /** The field that the property takes its value from; null leaves it as designed. */
  key: string | null;
};

/** Lets a property of layers follow a field, or no field any more. One that followed another follows the new one alone. */
export function setBinding(doc: Document, { ids, path, key }: SetBinding): Document {
  const changed = updateLayers(doc, ids, (layer) => {
    const at = layer.bindings.findIndex((binding) => binding.path === path);
    const others = layer.bindings.filter((binding) => binding.path !== path);
    if (key === null) return at === -1 ? layer : { ...layer, bindings: others };
    const same = layer.bindings.filter((binding) => binding.path === path);
    if (same.length === 1 && same[0]?.key === key) return layer;
    if (others.length >= LIMITS.bindings) return layer;
    const place =
      at === -1 ? others.length : layer.bindings.slice(0, at).filter((each) => each.path !== path).length;
    return { ...layer, bindings: others.toSpliced(place, 0, { path, key }) };
  });
  return accept(doc, changed);
}
