"use client";

import { Dialog, DialogContent } from "@/components/ui/dialog";
import { isFree } from "@/lib/editor/brand/free-ids";
import { addField } from "@/lib/template/commands/field-commands";
import { setProperties } from "@/lib/template/commands/set-properties";
import { followBrand } from "@/lib/template/commands/token-commands";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { useEditor, useEditorState, useEditorUi } from "./editor-context";
import { newField } from "./fields/new-field";
import { AssetLibrary } from "./pictures/asset-library";
import { FieldSources } from "./pictures/field-sources";
import { nameOfPicture } from "./pictures/name-of-picture";

/** The name a new image layer has before anybody gives it one. */
const UNNAMED = /^Image( \d+)?$/;

/** The library for the image layer that a picture is being chosen for. */
export function PictureChooser() {
  const { store, ui } = useEditor();
  const id = useEditorUi((state) => state.choosingFor);
  const document = useEditorState((state) => state.document);
  const layer = id === null ? undefined : findLayer(document, id);
  const source = layer?.type === "image" ? layer.source : null;
  // A layer that never had a picture takes the ratio of its first one.
  const isEmpty = source?.kind === "none" && layer?.type === "image" && layer.mask === "none";
  const close = () => ui.setState({ choosingFor: null });
  return (
    <Dialog open={source !== null} onOpenChange={(open) => !open && close()}>
      <DialogContent width="small" title="Choose a picture" className="grid content-start gap-4">
        <AssetLibrary
          value={source?.kind === "asset" ? source.assetId : null}
          onPick={(asset) => {
            if (id !== null) {
              const source = { kind: "asset", assetId: asset.id };
              const box =
                layer && isEmpty && isFree(store.getState(), id, "position") ? boxFor(layer, asset) : {};
              const name =
                layer && UNNAMED.test(layer.name) && !store.getState().rights.contentOnly
                  ? { name: nameOfPicture(asset) }
                  : {};
              store.dispatch("Choose picture", (doc) =>
                setProperties(doc, { ids: [id], values: { source, ...box, ...name } }),
              );
            }
            close();
          }}
          onPickLogo={(logo) => {
            if (id !== null) {
              store.dispatch(
                "Choose picture",
                (doc) => followBrand(doc, { ids: [id], path: "source", value: { kind: "logo", ...logo } }),
                { of: "design" },
              );
            }
            close();
          }}
        />
        <FieldSources
          fields={document.fields}
          value={source?.kind === "field" ? source.key : null}
          onPick={(key) => {
            if (id !== null) store.dispatch("Choose picture", (doc) => bound(doc, id, key));
            close();
          }}
          onNewField={() => {
            const field = newField(document.fields, { key: "image_url", label: "Image", type: "image" });
            if (id !== null)
              store.dispatch("Add field", (doc) => bound(addField(doc, { field }), id, field.key));
            close();
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

/** The document with the layer's picture taken from a field. */
function bound(document: Document, id: string, key: string): Document {
  return setProperties(document, { ids: [id], values: { source: { kind: "field", key } } });
}

/** The largest box of the picture's ratio inside the layer's, about the same middle. */
function boxFor(layer: Layer, picture: { width: number; height: number }) {
  const scale = Math.min(layer.width / picture.width, layer.height / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  return {
    width,
    height,
    x: Math.round(layer.x + (layer.width - width) / 2),
    y: Math.round(layer.y + (layer.height - height) / 2),
  };
}
