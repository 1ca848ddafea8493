import { type LayerStyle, withStyle } from "../layer-style";
import type { Document } from "../schema";
import { updateLayers } from "../tree";
import { accept } from "./accept";

export type PasteStyle = { ids: readonly string[]; style: LayerStyle };

/** Gives layers a copied look, each as much of it as its type can have. */
export function pasteStyle(doc: Document, { ids, style }: PasteStyle): Document {
  return accept(
    doc,
    updateLayers(doc, ids, (layer) => withStyle(layer, style)),
  );
}
