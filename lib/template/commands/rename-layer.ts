import { LIMITS } from "../limits";
import { cutText, toOneLine } from "../plain-text";
import type { Document } from "../schema";
import { updateLayerById } from "../tree";
import { accept } from "./accept";

/** Names a layer, on one line and cut to the limit. A blank name leaves the old one. */
export function renameLayer(doc: Document, { id, name }: { id: string; name: string }): Document {
  const clean = cutText(toOneLine(name).trim(), LIMITS.name);
  if (clean === "") return doc;
  return accept(
    doc,
    updateLayerById(doc, id, (layer) => (layer.name === clean ? layer : { ...layer, name: clean })),
  );
}
