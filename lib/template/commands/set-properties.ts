import { fitGroupsAround } from "../fit-group";
import { type Patch, patchLayer } from "../patch-layer";
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
  const patches = Object.entries(values).map(([path, value]) => ({
    path: path.split("."),
    value: plain(value),
  }));
  if (patches.some(({ path: [root = ""] }) => FIXED.has(root))) return doc;
  const changed = updateLayers(doc, ids, (layer) => setOnLayer(layer, patches));
  const moves = patches.some(({ path: [root = ""] }) => GEOMETRY.has(root));
  return accept(doc, moves ? fitGroupsAround(changed, ids) : changed);
}

function setOnLayer(layer: Layer, patches: readonly Patch[]): Layer {
  const next = patchLayer(layer, patches);
  const isResized = next.width !== layer.width || next.height !== layer.height;
  if (!isResized || entryOf(layer).children(layer).length === 0) return next;
  const { width, height } = next;
  return withSize({ ...next, width: layer.width, height: layer.height }, { width, height }, true);
}

/** The value with plain text wherever it holds text. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return toPlainText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
