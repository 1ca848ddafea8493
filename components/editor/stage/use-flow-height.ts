"use client";

import { useEffect, useRef } from "react";
import type { Painter } from "@/lib/paint/painter";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Layer } from "@/lib/template/schema";
import { useEditor } from "../editor-context";
import { resolutionOf } from "./resolution";

/**
 * Tells how tall a text is in its own width at its own size, with the words that the canvas shows now, px; null while
 * the painter or a font is on its way.
 */
export function useFlowHeight(): (layer: Layer) => number | null {
  const { store, painter } = useEditor();
  const ready = useRef<Painter | null>(null);
  useEffect(() => {
    let current = true;
    painter.then(
      (loaded) => {
        if (current) ready.current = loaded;
      },
      // The stage reports a painter that cannot be loaded.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [painter]);

  return useRef((layer: Layer): number | null => {
    if (layer.type !== "text" || !ready.current) return null;
    const { document, sampleView } = store.getState();
    const shown = findShown(resolutionOf(document, sampleView).document.layers, layer.id);
    const runs = shown?.type === "text" ? shown.runs : layer.runs;
    try {
      return ready.current.layoutText({ ...layer, runs, fit: "fixed" }).height;
    } catch {
      // A font that is not here yet: the box keeps its height.
      return null;
    }
  }).current;
}

function findShown(layers: readonly ResolvedLayer[], id: string): ResolvedLayer | undefined {
  for (const layer of layers) {
    const found = layer.id === id ? layer : "children" in layer ? findShown(layer.children, id) : undefined;
    if (found) return found;
  }
  return undefined;
}
