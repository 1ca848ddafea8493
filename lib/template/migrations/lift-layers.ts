import { isRecord } from "../json-shape";
import type { StoredDocument } from "../migrations";

/** Depth at which a damaged document is no longer followed; groups nest far less deep. */
const DEEPEST = 32;

/** Every layer of a stored list and those in its groups through `lift`; what is no layer is left as it is. */
export function liftLayers(
  layers: unknown,
  lift: (layer: StoredDocument) => StoredDocument,
  depth = 0,
): unknown {
  if (!Array.isArray(layers) || depth > DEEPEST) return layers;
  return layers.map((layer) => {
    if (!isRecord(layer)) return layer;
    const lifted = lift(layer);
    return "children" in lifted
      ? { ...lifted, children: liftLayers(lifted.children, lift, depth + 1) }
      : lifted;
  });
}
