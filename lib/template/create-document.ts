import { LIMITS } from "./limits";
import { type Document, SCHEMA_VERSION } from "./schema";

export type CanvasSize = { width: number; height: number; displayWidth: number };

/** An empty document on white. Sizes in px, rounded and kept within the limits. */
export function createDocument({ width, height, displayWidth }: CanvasSize): Document {
  const side = (length: number) =>
    Math.min(LIMITS.canvasSide, Math.max(1, Math.round(Number.isFinite(length) ? length : 1)));
  return {
    schemaVersion: SCHEMA_VERSION,
    width: side(width),
    height: side(height),
    displayWidth: side(displayWidth),
    background: { kind: "solid", color: "#ffffff" },
    backgroundKey: null,
    backgroundToken: null,
    alt: "",
    timeZone: "UTC",
    fields: [],
    samples: [],
    layers: [],
    guides: [],
    variants: [],
  };
}
