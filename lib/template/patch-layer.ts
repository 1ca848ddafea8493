import { entryOf } from "./registry";
import type { Layer } from "./schema";

/** A new value for a property; `path` is its names and indexes from the outside in. */
export type Patch = { path: readonly string[]; value: unknown };

/**
 * The layer with these properties set; undefined takes an optional one away. The same layer when nothing changes
 * and when its type does not take the outcome. What it holds stays as it is. What lies over a property that is set
 * goes, see `uncovered`; a list that is given one text holds that alone.
 */
export function patchLayer(layer: Layer, patches: readonly Patch[]): Layer {
  const entry = entryOf(layer);
  const uncovered = patches.reduce(
    (target, { path }) => entry.uncovered?.(target, path.join(".")) ?? target,
    layer,
  );
  return patchFrom(layer, uncovered, patches);
}

/** As `patchLayer`, but what lies over a property that is set stays: its new value shows where the old one did. */
export function patchBeneath(layer: Layer, patches: readonly Patch[]): Layer {
  return patchFrom(layer, layer, patches);
}

function patchFrom(layer: Layer, start: Layer, patches: readonly Patch[]): Layer {
  const entry = entryOf(layer);
  const children = entry.children(layer);
  const patched = patches.reduce<unknown>((target, { path, value }) => setAt(target, path, value), start);
  if (patched === layer) return layer;
  const parsed = entry.schema.safeParse(
    children.length === 0 ? patched : { ...Object(patched), children: [] },
  );
  return parsed.success ? entry.withChildren(parsed.data, children) : layer;
}

/** A copy of the tree with one value set; the same tree when it had that value. */
function setAt(target: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) {
    const whole = Array.isArray(target) && typeof value === "string" ? [value] : value;
    return isSame(target, whole) ? target : whole;
  }
  if (Array.isArray(target)) {
    const index = Number(name);
    if (!Number.isInteger(index) || index < 0 || index >= target.length) return target;
    const next = setAt(target[index], rest, value);
    return next === target[index] ? target : target.with(index, next);
  }
  const holder: Record<string, unknown> = target !== null && typeof target === "object" ? { ...target } : {};
  const before = Object.hasOwn(holder, name) ? holder[name] : undefined;
  const next = setAt(before, rest, value);
  if (next === before) return target;
  if (next !== undefined) return { ...holder, [name]: next };
  const { [name]: _removed, ...others } = holder;
  return others;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof other === "object" && JSON.stringify(one) === JSON.stringify(other));
}
