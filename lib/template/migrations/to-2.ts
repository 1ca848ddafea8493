import type { Migration, StoredDocument } from "../migrations";
import { liftLayer } from "./to-2-layers";

/** Depth at which a damaged document is no longer followed; groups nest far less deep. */
const DEEPEST = 32;

/** Version 2: typography, rules, bindings and size variants. Layers learn the properties they did not have. */
export const toVersion2: Migration = {
  to: 2,
  up: (stored) => ({
    variants: [],
    backgroundKey: null,
    timeZone: "UTC",
    ...stored,
    layers: liftLayers(stored.layers, 0),
  }),
};

function liftLayers(layers: unknown, depth: number): unknown {
  if (!Array.isArray(layers) || depth > DEEPEST) return layers;
  return layers.map((layer) => {
    if (!isRecord(layer)) return layer;
    const lifted = liftLayer(layer);
    return "children" in lifted ? { ...lifted, children: liftLayers(lifted.children, depth + 1) } : lifted;
  });
}

function isRecord(value: unknown): value is StoredDocument {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
