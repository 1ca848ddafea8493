import type { Migration, StoredDocument } from "../migrations";
import { liftLayers } from "./lift-layers";

/** Version 3: guides, values of the brand kit, locks of single aspects, groups that are cut out, enlarged pictures. */
export const toVersion3: Migration = {
  to: 3,
  up: (stored) => ({
    timeZone: "UTC",
    guides: [],
    backgroundToken: null,
    ...stored,
    layers: liftLayers(stored.layers, liftLayer),
  }),
};

function liftLayer(layer: StoredDocument): StoredDocument {
  const lifted = { locks: [], tokens: {}, ...layer };
  if (layer.type === "image") return { zoom: 1, ...lifted };
  return layer.type === "group" ? { masked: false, ...lifted } : lifted;
}
