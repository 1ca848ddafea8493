import type { Migration } from "../migrations";
import { liftLayers } from "./lift-layers";
import { liftLayer } from "./to-2-layers";

/** Version 2: typography, rules, bindings and size variants. Layers learn the properties they did not have. */
export const toVersion2: Migration = {
  to: 2,
  up: (stored) => ({
    variants: [],
    backgroundKey: null,
    timeZone: "UTC",
    ...stored,
    layers: liftLayers(stored.layers, liftLayer),
  }),
};
