import type { PaintImage } from "@/lib/paint/painter";
import type { ResolvedImageLayer, ResolvedLayer } from "@/lib/template/resolved";
import { findLayer } from "@/lib/template/tree";
import type { EditorContext } from "../../editor-context";
import type { PictureShelf } from "../../pictures/picture-shelf";
import { resolutionOf } from "../resolution";

/** Name of the gesture, and of its undo step. */
export const CROP = "Crop";

/** Crops the picture of an image layer on the canvas; a layer that shows none is given one to show first. */
export function startCrop(editor: EditorContext, layerId: string): void {
  const { store, tools, ui, pictures, canEdit, announce } = editor;
  const { document, sampleView } = store.getState();
  if (!canEdit || findLayer(document, layerId)?.type !== "image") return;
  const shown = imageById(resolutionOf(document, sampleView).document.layers, layerId);
  if (!shown || !pictureShown(shown, pictures)) {
    ui.setState({ choosingFor: layerId });
    return;
  }
  store.editText(null);
  store.begin(CROP);
  tools.setState({ crop: layerId, gradient: null });
  announce("Cropping. Arrow keys move the focal point, plus and minus zoom, Enter applies, Escape cancels.");
}

/** An image layer among resolved ones, however deep it lies. */
export function imageById(layers: readonly ResolvedLayer[], id: string): ResolvedImageLayer | null {
  for (const layer of layers) {
    if (layer.id === id) return layer.type === "image" ? layer : null;
    const inside = "children" in layer ? imageById(layer.children, id) : null;
    if (inside) return inside;
  }
  return null;
}

/** The picture that a layer shows now: its own, else the replacement. */
export function pictureShown(
  layer: ResolvedImageLayer,
  pictures: Pick<PictureShelf, "image">,
): PaintImage | null {
  const own = pictures.image(layer.source);
  if (own || layer.replacement === null) return own;
  return pictures.image({ kind: "asset", assetId: layer.replacement });
}
