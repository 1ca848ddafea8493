"use client";

import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Pixels } from "@/lib/editor/versions/pixel-difference";
import { meaningfulValues } from "@/lib/link/literal-tag";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { paintTile } from "../contact/paint-tile";
import { useEditor } from "../editor-context";
import { sourcesOf } from "../pictures/layer-shots";
import { sentenceFor } from "../server-calls";

/** Values to fill a picture with; null shows the fields by their names. */
export type Values = Readonly<Record<string, string>> | null;

export type Painted = { pixels: Pixels | null; failed: string | null };

/** A document painted at `scale` as its link would be, pictures waited for; `pixels` is null until it is there. */
export function usePainted(document: Document | null, values: Values, scale: number): Painted {
  const { painter, pictures } = useEditor();
  // One moment for as long as it is looked at, so that a rule about today says the same on both sides.
  const [now] = useState(() => Date.now());
  const shelf = useStore(pictures.entries);
  const [painted, setPainted] = useState<Painted & { of: unknown }>({ pixels: null, failed: null, of: null });

  const resolved = useMemo(() => {
    if (document === null) return null;
    if (values === null) return resolveDocument(document, {}, { mode: "fields" }).document;
    return resolveDocument(document, meaningfulValues(values), { now }).document;
  }, [document, values, now]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that came in is a reason to look again
  useEffect(() => {
    if (resolved === null) return;
    const states = resolved.layers.flatMap(sourcesOf).map((source) => pictures.want(source)?.state);
    if (states.includes("loading")) return;
    const stop = new AbortController();
    const width = Math.max(1, Math.round(resolved.width * scale));
    const height = Math.max(1, Math.round(resolved.height * scale));
    painter
      .then((ready) =>
        paintTile(
          { document: resolved, width, height },
          { painter: ready, images: pictures.image, signal: stop.signal },
        ),
      )
      .then((bitmap) => {
        const pixels = pixelsOf(bitmap);
        if (!stop.signal.aborted) setPainted({ pixels, failed: null, of: resolved });
      })
      .catch((error) => {
        if (!stop.signal.aborted) setPainted({ pixels: null, failed: sentenceFor(error), of: resolved });
      });
    return () => stop.abort();
  }, [resolved, scale, painter, pictures, shelf]);

  return painted.of === resolved ? painted : { pixels: null, failed: null };
}

function pixelsOf(bitmap: ImageBitmap): Pixels {
  const canvas = globalThis.document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser cannot read pixels.");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
