import type { Document, Layer } from "@/lib/template/schema";
import { walkLayers } from "@/lib/template/tree";

/** Every layer of a document, inner ones too, by its id. */
export function layersById(document: Document): Map<string, Layer> {
  return new Map(Array.from(walkLayers(document.layers), ({ layer }) => [layer.id, layer]));
}
