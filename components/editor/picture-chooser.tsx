"use client";

import { Dialog, DialogContent } from "@/components/ui/dialog";
import { setProperties } from "@/lib/template/commands/set-properties";
import { findLayer } from "@/lib/template/tree";
import { useEditor, useEditorState, useEditorUi } from "./editor-context";
import { AssetLibrary } from "./pictures/asset-library";

/** The library for the image layer that a picture is being chosen for. */
export function PictureChooser() {
  const { store, ui } = useEditor();
  const id = useEditorUi((state) => state.choosingFor);
  const document = useEditorState((state) => state.document);
  const layer = id === null ? undefined : findLayer(document, id);
  const source = layer?.type === "image" ? layer.source : null;
  const close = () => ui.setState({ choosingFor: null });
  return (
    <Dialog open={source !== null} onOpenChange={(open) => !open && close()}>
      <DialogContent
        width="small"
        title="Choose a picture"
        description="Or take it from a field: the braces in the panel on the right."
      >
        <AssetLibrary
          value={source?.kind === "asset" ? source.assetId : null}
          onPick={(asset) => {
            if (id !== null) {
              const values = { source: { kind: "asset", assetId: asset.id } };
              store.dispatch("Choose picture", (doc) => setProperties(doc, { ids: [id], values }));
            }
            close();
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
