import { LIMITS } from "./limits";
import type { Layer } from "./schema";

/**
 * The layer inside the limits of a document, beyond which scaling it or taking it out of a group can lead. The same
 * layer when it is inside them.
 */
export function withinLimits(layer: Layer): Layer {
  const { shadow } = layer;
  const bounded = {
    ...layer,
    x: reach(layer.x),
    y: reach(layer.y),
    width: reach(layer.width),
    height: reach(layer.height),
    shadow: shadow && { ...shadow, x: reach(shadow.x), y: reach(shadow.y) },
    hideWhenMissing: layer.hideWhenMissing.slice(0, LIMITS.fields),
    rules: layer.rules.slice(0, LIMITS.rules),
    bindings: layer.bindings.slice(0, LIMITS.bindings),
  };
  const isSame =
    bounded.x === layer.x &&
    bounded.y === layer.y &&
    bounded.width === layer.width &&
    bounded.height === layer.height &&
    bounded.shadow?.x === shadow?.x &&
    bounded.shadow?.y === shadow?.y &&
    bounded.hideWhenMissing.length === layer.hideWhenMissing.length &&
    bounded.rules.length === layer.rules.length &&
    bounded.bindings.length === layer.bindings.length;
  return isSame ? layer : bounded;
}

function reach(length: number): number {
  return Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, length));
}
