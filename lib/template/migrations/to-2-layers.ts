import type { StoredDocument } from "../migrations";
import { liftText } from "./to-2-text";

/** A layer of version 1 with what version 2 added, at the values that leave its picture as it was. */
export function liftLayer(layer: StoredDocument): StoredDocument {
  const lifted = layer.type === "text" ? liftText(layer) : layer;
  return { rules: [], bindings: [], ...lifted };
}
