"use client";

import { useEffect, useMemo } from "react";
import { isTypingTarget } from "@/lib/editor/shortcuts";
import { shownDocument } from "@/lib/editor/store";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { ImageLayer } from "@/lib/template/layers/image";
import { findLayer } from "@/lib/template/tree";
import { useEditor } from "../../editor-context";
import type { Crop } from "./crop-moves";
import { stepFocus } from "./crop-moves";
import { CROP } from "./start-crop";

export type CropSession = {
  change: (crop: Crop) => void;
  apply: () => void;
  cancel: () => void;
};

/** Steps of the arrow keys, shares of the picture. */
const STEP = 0.01;
const LARGE_STEP = 0.1;

/** Keys that mean something to the browser too. */
const KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Enter", " ", "+", "-", "/", "'"]);

/**
 * One crop from its start to its end: an open gesture of the store that keys and pointer preview. It ends with Enter
 * or Escape, and whenever the gesture or the selection it belongs to is gone.
 */
export function useCropSession(layerId: string, zoomBy: (factor: number) => void): CropSession {
  const { store, tools, announce } = useEditor();

  const session = useMemo<CropSession>(() => {
    const end = () => tools.setState({ crop: null });
    return {
      change: (crop) => store.preview((doc) => setProperties(doc, { ids: [layerId], values: crop })),
      apply: () => {
        const changed = shownDocument(store.getState()) !== store.getState().document;
        end();
        store.commit();
        announce(changed ? "Picture cropped." : "Nothing cropped.");
      },
      cancel: () => {
        end();
        store.cancel();
        announce("Crop cancelled.");
      },
    };
  }, [store, tools, announce, layerId]);

  useEffect(() => {
    const leave = store.subscribe(({ gesture, selection }) => {
      if (tools.getState().crop !== layerId) return;
      if (gesture?.label !== CROP) tools.setState({ crop: null });
      else if (selection.length !== 1 || selection[0] !== layerId) session.apply();
    });
    return leave;
  }, [store, tools, layerId, session]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (isTypingTarget(target) || target?.closest("[role=dialog], [role=menu]")) return;
      const isOnBar = Boolean(target?.closest("[data-crop-bar]"));
      const layer = imageIn(shownDocument(store.getState()), layerId);
      if (!layer || event.ctrlKey || event.metaKey || event.key === "Tab") return;
      if (isOnBar && (event.key === "Enter" || event.key === " ")) return;
      // No key acts on the layer as a whole while its picture is in hand.
      event.stopPropagation();
      const size = event.shiftKey ? LARGE_STEP : STEP;
      const across = event.key === "ArrowRight" ? size : event.key === "ArrowLeft" ? -size : 0;
      const down = event.key === "ArrowDown" ? size : event.key === "ArrowUp" ? -size : 0;
      if (KEYS.has(event.key)) event.preventDefault();
      if (across !== 0 || down !== 0) session.change(stepFocus(layer, { x: across, y: down }));
      else if (event.key === "+" || event.key === "=") zoomBy(1.1);
      else if (event.key === "-" || event.key === "_") zoomBy(1 / 1.1);
      else if (event.key === "Enter") session.apply();
      else if (event.key === "Escape") session.cancel();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [store, layerId, session, zoomBy]);

  return session;
}

/** The layer if it is an image layer. */
export function imageIn(document: Parameters<typeof findLayer>[0], id: string): ImageLayer | null {
  const layer = findLayer(document, id);
  return layer?.type === "image" ? layer : null;
}
