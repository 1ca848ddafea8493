import type { Layer } from "../schema";
import { mapLayers, subtreeIds } from "../tree";

/** The layers with new ids, inner ones too; null when an id is not given a new one. */
export function freshCopies(
  layers: readonly Layer[],
  newIds: Readonly<Record<string, string>>,
): Layer[] | null {
  if (!subtreeIds(layers).every((id) => Object.hasOwn(newIds, id))) return null;
  return [...mapLayers(layers, (layer) => ({ ...layer, id: newIds[layer.id] ?? layer.id }))];
}
