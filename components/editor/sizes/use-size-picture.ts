"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { SampleView } from "@/lib/editor/preview-values";
import type { Document } from "@/lib/template/schema";
import { useEditor } from "../editor-context";
import { createLatestJob } from "../pictures/latest-job";
import { imagesKey, sourcesOf } from "../pictures/layer-shots";
import { resolutionOf } from "../stage/resolution";

export type SizePicture = {
  /** null before the first one is painted; after that the last one stays until the next is ready. */
  url: string | null;
  /** How often it was painted. */
  paints: number;
};

/** The whole document as a picture, painted anew when it changes, with the values of a view. */
export function useSizePicture(document: Document, sampleView: SampleView): SizePicture {
  const { painter, pictures, reportPaintError } = useEditor();
  const [picture, setPicture] = useState<SizePicture>({ url: null, paints: 0 });
  const resolved = useMemo(() => resolutionOf(document, sampleView).document, [document, sampleView]);
  const images = useStore(pictures.entries, () =>
    resolved.layers.map((layer) => imagesKey(layer, pictures)).join(" "),
  );
  const job = useRef(createLatestJob());

  useEffect(() => {
    const mine = createLatestJob();
    job.current = mine;
    return mine.stop;
  }, []);

  useEffect(() => {
    for (const layer of resolved.layers) for (const source of sourcesOf(layer)) pictures.want(source);
  }, [resolved, pictures]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that came in is a reason to paint again
  useEffect(() => {
    job.current.run(async () => {
      try {
        const svg = await (await painter).paintDocument(resolved, pictures.image);
        const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        setPicture((before) => ({ url, paints: before.paints + 1 }));
      } catch (error) {
        reportPaintError(error);
      }
    });
  }, [resolved, images, painter, pictures, reportPaintError]);

  const { url } = picture;
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return picture;
}
