"use client";

import { useMemo, useRef } from "react";
import { projectScene, type Scene } from "@/lib/editor/scene";
import { panelDocument, shownDocument } from "@/lib/editor/store";
import type { Resolution, ResolvedLayer } from "@/lib/template/resolve-document";
import type { Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { useEditorState } from "../editor-context";
import { resolutionOf } from "./resolution";

/** The document as the stage shows it now, values in place. */
export function useResolution(): Resolution {
  const document = useEditorState(shownDocument);
  const sampleView = useEditorState((state) => state.sampleView);
  return useMemo(() => resolutionOf(document, sampleView), [document, sampleView]);
}

/** The document as panels tell of it, values in place. */
export function usePanelResolution(): Resolution {
  const document = useEditorState(panelDocument);
  const sampleView = useEditorState((state) => state.sampleView);
  return useMemo(() => resolutionOf(document, sampleView), [document, sampleView]);
}

/** The stage's plan. What did not change keeps its identity, so only what changed is drawn and painted anew. */
export function useScene(): Scene {
  const { document: resolved } = useResolution();
  const document = useEditorState(shownDocument);
  const editingTextId = useEditorState((state) => state.editingTextId);
  const before = useRef<Scene | undefined>(undefined);
  return useMemo(() => {
    const edited = editingTextId === null ? undefined : findLayer(document, editingTextId);
    const layers = edited ? asTyped(resolved.layers, edited) : resolved.layers;
    const scene = projectScene({ ...resolved, layers }, before.current);
    before.current = scene;
    return scene;
  }, [resolved, document, editingTextId]);
}

/** The layers with the one that is typed in as it is typed: with its placeholders, not with a row's values. */
function asTyped(layers: readonly ResolvedLayer[], edited: Layer): ResolvedLayer[] {
  return layers.map((layer) => {
    if (layer.id === edited.id && edited.type === "text") return edited;
    return "children" in layer ? { ...layer, children: asTyped(layer.children, edited) } : layer;
  });
}
