import { accept } from "@/lib/template/commands/accept";
import { scaleLayer } from "@/lib/template/scale-layer";
import type { Document } from "@/lib/template/schema";

/** The canvas and all on it at a share of their size; it is shown as wide as before. */
export function scaleDocument(document: Document, share: number): Document {
  const width = Math.max(1, Math.round(document.width * share));
  const height = Math.max(1, Math.round(document.height * share));
  const layers = document.layers.map((layer) => scaleLayer(layer, share, share, true));
  const guides = document.guides.map((guide) => ({ ...guide, at: guide.at * share }));
  return accept(document, { ...document, width, height, layers, guides });
}
