"use client";

import { useEffect } from "react";
import { layerLabel } from "@/lib/editor/layer-label";
import { entryOf } from "@/lib/template/registry";
import { findLayer } from "@/lib/template/tree";
import { useEditor } from "./editor-context";

/** Tells screen readers what is selected, whichever way it came about. */
export function useAnnouncedSelection(): void {
  const { store, announce } = useEditor();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.selection === before.selection) return;
        const layers = state.selection.flatMap((id) => findLayer(state.document, id) ?? []);
        const [only] = layers;
        if (!only) announce("Nothing is selected.");
        else if (layers.length > 1) announce(`${layers.length} layers are selected.`);
        else announce(`${layerLabel(only)}, ${entryOf(only).label}, is selected.`);
      }),
    [store, announce],
  );
}
