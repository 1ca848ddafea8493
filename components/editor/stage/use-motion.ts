"use client";

import type Konva from "konva";
import { type RefObject, useEffect } from "react";
import type { EditorState } from "@/lib/editor/store";
import type { Document } from "@/lib/template/schema";
import { pathTo } from "@/lib/template/tree";
import { useEditor } from "../editor-context";
import type { Rasters } from "./rasters";
import { createStillSheets } from "./still-sheets";

/** How long the view has to stand still before it is drawn sharp, ms. */
const STILL = 140;

/**
 * Tells what draws the scene whether something moves on the stage: pixels that nearly fit serve then, and what stands
 * still is drawn as a whole. When all has come to rest the scene is drawn sharp.
 */
export function useMotion(rasters: Rasters, stage: RefObject<Konva.Stage | null>): void {
  const { store } = useEditor();
  useEffect(() => {
    const sheets = createStillSheets();
    let timer: ReturnType<typeof setTimeout> | null = null;
    let areLaid = false;

    const lift = () => {
      if (areLaid) sheets.lift();
      areLaid = false;
    };
    const rest = () => {
      timer = null;
      if (store.getState().gesture?.onStage) return;
      rasters.setMoving(false);
      stage.current?.findOne<Konva.Layer>(".scene")?.batchDraw();
    };
    /** Sheets are laid when the first thing has moved, and lifted when more than places has changed. */
    const follow = (state: EditorState, before: EditorState) => {
      const { gesture, view, document } = state;
      if (!gesture?.onStage || view !== before.view || !sameLayers(document, gesture.document)) return lift();
      const layers = areLaid ? null : stage.current?.findOne<Konva.Group>(".layers");
      if (!layers || gesture.document === document) return;
      sheets.lay(layers, new Set(state.selection.flatMap((id) => pathTo(document, id)[0]?.id ?? [])));
      areLaid = true;
    };

    const unsubscribe = store.subscribe((state, before) => {
      const gestureEnds = before.gesture?.onStage && !state.gesture?.onStage;
      if (state.view === before.view && !state.gesture?.onStage && !gestureEnds) return;
      rasters.setMoving(true);
      follow(state, before);
      if (timer !== null) clearTimeout(timer);
      timer = state.gesture?.onStage ? null : setTimeout(rest, gestureEnds ? 0 : STILL);
    });
    return () => {
      unsubscribe();
      lift();
      if (timer !== null) clearTimeout(timer);
    };
  }, [rasters, stage, store]);
}

/** Whether the same layers lie on the canvas in the same order. */
function sameLayers(one: Document, other: Document): boolean {
  return (
    one.layers.length === other.layers.length &&
    one.layers.every(({ id }, index) => id === other.layers[index]?.id)
  );
}
