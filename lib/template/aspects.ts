import type { Lock } from "./primitives";
import { entryOf } from "./registry";
import type { Document, Layer } from "./schema";
import { findLayer, pathTo } from "./tree";

/** All there is to lock, in the order people read it. */
export const ASPECTS: readonly Lock[] = ["position", "style", "content", "delete"];

const PLACE: ReadonlySet<string> = new Set(["x", "y", "width", "height", "rotation"]);

/** What is of no aspect: what a layer is called and is, what it holds, and the locks themselves. */
const APART: ReadonlySet<string> = new Set(["id", "type", "name", "children", "locked", "locks", "tokens"]);

/** Which aspect of a layer a property belongs to, by its path; null for what no lock keeps, such as its name. */
export function aspectOf(layer: Layer, path: string): Exclude<Lock, "delete"> | null {
  const [root = ""] = path.split(".");
  if (APART.has(root)) return null;
  if (PLACE.has(root)) return "position";
  return entryOf(layer).content?.includes(root) ? "content" : "style";
}

const NONE: ReadonlySet<Lock> = new Set();

/** What of a layer is locked, by its own locks and those of the groups around it; nothing when there is no such layer. */
export function lockedAspects(doc: Document, id: string): ReadonlySet<Lock> {
  const layer = findLayer(doc, id);
  if (layer === undefined) return NONE;
  const path = pathTo(doc, id);
  return path.every(({ locks }) => locks.length === 0) ? NONE : new Set(path.flatMap(({ locks }) => locks));
}
