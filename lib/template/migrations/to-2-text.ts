import type { StoredDocument } from "../migrations";

/** A text layer of version 1 with the typography of version 2, at the values that leave its picture as it was. */
export function liftText(layer: StoredDocument): StoredDocument {
  const { style } = layer;
  return {
    direction: "auto",
    maxLines: 0,
    stroke: null,
    fill: null,
    highlight: null,
    ...layer,
    ...(typeof style === "object" && style !== null && { style: { transform: "none", ...style } }),
  };
}
