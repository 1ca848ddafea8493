import { entryOf, referencesOf } from "./registry";
import { readsClock } from "./rules";
import type { Document, Layer } from "./schema";

/** Layers never change, so what was found out about one stays true. */
const known = new WeakMap<Layer, boolean>();

/**
 * Whether anything of the layer, or of what it holds, can change with the values: texts, pictures, rules, bindings,
 * hiding. A layer that does not depend on data always resolves to the same object.
 */
export function dependsOnData(layer: Layer): boolean {
  const answer = known.get(layer);
  if (answer !== undefined) return answer;
  const depends = referencesOf(layer).length > 0 || entryOf(layer).children(layer).some(dependsOnData);
  known.set(layer, depends);
  return depends;
}

/** Whether the layer, or something it holds, compares a value with the time. Such a layer depends on data too. */
export function dependsOnClock(layer: Layer): boolean {
  return (
    layer.rules.some(({ when }) => when.tests.some(readsClock)) ||
    entryOf(layer).children(layer).some(dependsOnClock)
  );
}

export type UsedValues = {
  /** Keys of fields whose value matters as it is written in its format, and whether there is one. */
  shown: string[];
  /** Keys of fields whose value matters as it was given. */
  raw: string[];
};

/**
 * The fields that the picture can depend on, each once and in order; the alternative text is not part of the
 * picture. Two rows of values that agree on these, and on the time where a layer depends on it, give the same
 * layers and the same background. A key that names no field is listed too and never has a value.
 */
export function usedValues(doc: Document): UsedValues {
  const shown = new Set<string>();
  const raw = new Set<string>(doc.backgroundKey === null ? [] : [doc.backgroundKey]);
  const visit = (layers: readonly Layer[]) => {
    for (const layer of layers) {
      if (!canBeVisible(layer)) continue;
      for (const { key, expects, reads } of referencesOf(layer)) {
        const asGiven = reads === undefined ? expects !== "any" : reads === "raw";
        (asGiven ? raw : shown).add(key);
      }
      visit(entryOf(layer).children(layer));
    }
  };
  visit(doc.layers);
  return { shown: [...shown].sort(), raw: [...raw].sort() };
}

/** Whether a layer is visible as designed or can be made so by its data. */
export function canBeVisible({ visible, bindings, rules }: Layer): boolean {
  return (
    visible ||
    bindings.some(({ path }) => path === "visible") ||
    rules.some(({ then }) => then.kind === "set" && then.path === "visible")
  );
}
