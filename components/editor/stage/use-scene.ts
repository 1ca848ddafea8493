"use client";

import { useMemo, useState } from "react";
import { projectScene, type Scene } from "@/lib/editor/scene";
import { type EditorState, panelDocument, shownDocument } from "@/lib/editor/store";
import type { Resolution } from "@/lib/template/resolve-document";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
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
  const [sceneOf] = useState(createSceneReader);
  return useEditorState(sceneOf);
}

/** Reads the scene off states of one editor, each built on the one before. The same state gives the same object. */
export function createSceneReader(): (state: EditorState) => Scene {
  let last: { resolved: ResolvedDocument; edited: Layer | undefined; scene: Scene } | null = null;
  return (state) => {
    const document = shownDocument(state);
    const { document: resolved } = resolutionOf(document, state.sampleView);
    const edited = state.editingTextId === null ? undefined : findLayer(document, state.editingTextId);
    if (last?.resolved === resolved && last.edited === edited) return last.scene;
    const layers = edited ? asTyped(resolved.layers, edited) : resolved.layers;
    const scene = projectScene({ ...resolved, layers }, last?.scene);
    last = { resolved, edited, scene };
    return scene;
  };
}

/** The layers with the one that is typed in as it is typed: with its placeholders, not with a row's values. */
function asTyped(layers: readonly ResolvedLayer[], edited: Layer): ResolvedLayer[] {
  return layers.map((layer) => {
    if (layer.id === edited.id && edited.type === "text") return edited;
    return "children" in layer ? { ...layer, children: asTyped(layer.children, edited) } : layer;
  });
}
