import type { Migration, StoredDocument } from "../migrations";
import { liftLayers } from "./lift-layers";

/** Version 4: shapes that draw an outline of their own. Those there are draw none. */
export const toVersion4: Migration = {
  to: 4,
  up: (stored) => ({ ...stored, layers: liftLayers(stored.layers, liftLayer) }),
};

function liftLayer(layer: StoredDocument): StoredDocument {
  return layer.type === "shape" ? { outline: "", ...layer } : layer;
}
