import { duplicateLayers } from "@/lib/template/commands/duplicate-layers";
import type { Document } from "@/lib/template/schema";
import { subtreeIds, topmost } from "@/lib/template/tree";

/** The document with copies of these layers in their place, and the copies' ids; null when it can hold no more. */
export function copiedLayers(document: Document, ids: readonly string[], newId: () => string) {
  const layers = topmost(document, ids).map(({ layer }) => layer);
  const newIds = Object.fromEntries(subtreeIds(layers).map((id) => [id, newId()]));
  const next = duplicateLayers(document, { ids, newIds });
  return next === document ? null : { document: next, ids: layers.map(({ id }) => newIds[id] ?? id) };
}
