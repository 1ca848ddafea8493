"use client";

import { useMemo } from "react";
import { rowOfView, sampleName } from "@/lib/editor/preview-values";
import type { Problem } from "@/lib/template/check-document";
import { dependsOnData } from "@/lib/template/depends-on";
import { entryOf } from "@/lib/template/registry";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Layer } from "@/lib/template/schema";
import { useEditorState } from "../editor-context";
import { usePanelResolution } from "../stage/use-scene";

/**
 * What is wrong with a layer as the row that is shown fills it: a progress beyond its maximum, a code that cannot hold
 * a value. What is wrong with every row is told of the design. Nothing while the canvas shows no row.
 */
export function useShownProblems(layer: Layer | undefined): Problem[] {
  const { document: resolved } = usePanelResolution();
  const view = useEditorState((state) => state.sampleView);
  const document = useEditorState((state) => state.document);
  return useMemo(() => {
    const row = rowOfView(view, document);
    if (!layer || !row || !dependsOnData(layer)) return [];
    const shown = entryOf(layer).schema.safeParse(findShown(resolved.layers, layer.id));
    if (!shown.success) return [];
    const known = new Set(
      entryOf(layer)
        .problems(layer)
        .map(({ message }) => message),
    );
    const name = sampleName(row, document.samples.indexOf(row));
    return entryOf(layer)
      .problems(shown.data)
      .filter(({ message }) => !known.has(message))
      .map(({ code, path, message }): Problem => {
        const said = `For ${name}: ${message}`;
        return { code, severity: "warning", path, message: said, layerId: layer.id };
      });
  }, [layer, resolved, view, document]);
}

function findShown(layers: readonly ResolvedLayer[], id: string): ResolvedLayer | undefined {
  for (const layer of layers) {
    const found = layer.id === id ? layer : "children" in layer ? findShown(layer.children, id) : undefined;
    if (found) return found;
  }
  return undefined;
}
