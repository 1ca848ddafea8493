"use client";

import { useCallback } from "react";
import type { PictureItem } from "@/components/api/pictures";
import { orFull } from "@/lib/editor/actions/or-full";
import { picturePlace } from "@/lib/editor/picture-place";
import { viewportCentre } from "@/lib/editor/view";
import { addLayers } from "@/lib/template/commands/add-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { Point } from "@/lib/template/geometry";
import type { ImageLayer } from "@/lib/template/layers/image";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { useEditor } from "../editor-context";
import { newLocalId } from "../new-local-id";
import { nameOfPicture } from "../pictures/name-of-picture";
import { useUpload } from "../pictures/use-upload";

/** Distance between pictures dropped together, canvas px. */
const STEP = 24;

/**
 * Uploads pictures and puts them where `picturePlace` says: into a layer, or on the canvas at a point (canvas px) or in the
 * middle of the view. What would not be taken is not uploaded.
 */
export function usePictureDrop(): (files: readonly File[], at?: Point) => Promise<void> {
  const { store } = useEditor();
  const upload = useUpload();
  return useCallback(
    async (files, at) => {
      const place = picturePlace(store.getState(), at, files.length);
      if (place.kind === "refused") {
        store.notify({ kind: "error", message: place.message });
        return;
      }
      const placed: string[] = [];
      for (const file of files) {
        const asset = await upload(file);
        if (!asset) continue;
        if (place.kind === "layer") {
          const values = { source: { kind: "asset", assetId: asset.id } };
          store.dispatch("Replace picture", (doc) => setProperties(doc, { ids: [place.id], values }));
          store.select([place.id]);
          continue;
        }
        const { document, view, viewport } = store.getState();
        const centre = at ?? viewportCentre(view, viewport);
        const layer = imageLayer(document, asset, {
          x: centre.x + placed.length * STEP,
          y: centre.y + placed.length * STEP,
        });
        // All that came together is selected together.
        const select = [...placed, layer.id];
        const add = orFull((doc) => addLayers(doc, { layers: [layer] }));
        if (store.dispatch("Add image", add, { select })) placed.push(layer.id);
      }
    },
    [store, upload],
  );
}

/** A layer with the picture's own ratio, as large as it is but no larger than most of the canvas. */
function imageLayer(document: Document, picture: PictureItem, centre: Point): ImageLayer {
  const scale = Math.min(1, (document.width * 0.8) / picture.width, (document.height * 0.8) / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  return {
    ...ENTRIES.image.create(newLocalId(), document),
    name: nameOfPicture(picture),
    source: { kind: "asset", assetId: picture.id },
    x: Math.round(centre.x - width / 2),
    y: Math.round(centre.y - height / 2),
    width,
    height,
  };
}
