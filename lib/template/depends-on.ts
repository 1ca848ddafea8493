import { entryOf, referencesOf } from "./registry";
import { readsClock } from "./rules";
import type { Layer } from "./schema";

/** Layers never change, so what was found out about one stays true. */
const known = new WeakMap<Layer, boolean>();

/**
 * Whether anything of the layer, or of what it holds, can change with the values: texts, pictures, rules, bindings,
 * hiding; or moves with the time by itself. A layer that does not depend on data always resolves to the same object.
 */
export function dependsOnData(layer: Layer): boolean {
  const answer = known.get(layer);
  if (answer !== undefined) return answer;
  const { children, readsClock = false } = entryOf(layer);
  const depends = readsClock || referencesOf(layer).length > 0 || children(layer).some(dependsOnData);
  known.set(layer, depends);
  return depends;
}

/** Whether the layer, or something it holds, shows the time or compares a value with it. Such a layer depends on data too. */
export function dependsOnClock(layer: Layer): boolean {
  return (
    entryOf(layer).readsClock === true ||
    layer.rules.some(({ when }) => when.tests.some(readsClock)) ||
    entryOf(layer).children(layer).some(dependsOnClock)
  );
}
