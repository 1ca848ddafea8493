import { freedCopies } from "@/lib/editor/brand/freed-copies";
import type { EditorState } from "@/lib/editor/store";
import { duplicateLayers } from "@/lib/template/commands/duplicate-layers";
import { subtreeIds, topmost } from "@/lib/template/tree";

/** The document with copies of these layers in their place, and the copies' ids; null when it can hold no more. */
export function copiedLayers(
  { document, rights }: Pick<EditorState, "document" | "rights">,
  ids: readonly string[],
  newId: () => string,
) {
  const layers = topmost(document, ids).map(({ layer }) => layer);
  const newIds = Object.fromEntries(subtreeIds(layers).map((id) => [id, newId()]));
  const next = duplicateLayers(document, { ids, newIds });
  if (next === document) return null;
  return {
    document: freedCopies(next, Object.values(newIds), rights),
    ids: layers.map(({ id }) => newIds[id] ?? id),
  };
}
