import type { StoredDocument } from "../migrations";

/** A text layer of version 1 with the typography of version 2, at the values that leave its picture as it was. */
export function liftText(layer: StoredDocument): StoredDocument {
  return layer;
}
