import { fitGroupsAround } from "../fit-group";
import { toPlainText } from "../plain-text";
import { entryOf } from "../registry";
import { withSize } from "../scale-layer";
import type { Document, Layer } from "../schema";
import { updateLayers } from "../tree";
import { accept } from "./accept";

export type SetProperties = {
  ids: readonly string[];
  /** New values by path, names and indexes joined by dots: `opacity`, `style.fontSize`, `runs.0.text`; undefined takes an optional one away. */
  values: Readonly<Record<string, unknown>>;
};

const FIXED = new Set(["id", "type", "children"]);
const GEOMETRY = new Set(["x", "y", "width", "height", "rotation"]);

/**
 * Sets properties of layers by path. A layer that the values do not fit (another type, a number out of range)
 * stays as it is; the others change. Control characters are taken out of text on its way in. A group that is
 * given another size scales what it holds.
 */
export function setProperties(doc: Document, { ids, values }: SetProperties): Document {
  const entries = Object.entries(values).map(([path, value]) => [path.split("."), plain(value)] as const);
  if (entries.some(([[root = ""]]) => FIXED.has(root))) return doc;
  const changed = updateLayers(doc, ids, (layer) => setOnLayer(layer, entries));
  const moves = entries.some(([[root = ""]]) => GEOMETRY.has(root));
  return accept(doc, moves ? fitGroupsAround(changed, ids) : changed);
}

function setOnLayer(layer: Layer, entries: readonly (readonly [string[], unknown])[]): Layer {
  const entry = entryOf(layer);
  const children = entry.children(layer);
  const patched = entries.reduce<unknown>((target, [path, value]) => setAt(target, path, value), layer);
  if (patched === layer) return layer;
  const parsed = entry.schema.safeParse(
    children.length === 0 ? patched : { ...Object(patched), children: [] },
  );
  if (!parsed.success) return layer;
  const next = entry.withChildren(parsed.data, children);
  if (children.length === 0 || (next.width === layer.width && next.height === layer.height)) return next;
  const { width, height } = next;
  return withSize({ ...next, width: layer.width, height: layer.height }, { width, height }, true);
}

/** A copy of the tree with one value set; the same tree when it had that value. */
function setAt(target: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return isSame(target, value) ? target : value;
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

/** The value with plain text wherever it holds text. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return toPlainText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
