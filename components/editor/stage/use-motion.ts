"use client";

import type Konva from "konva";
import { type RefObject, useEffect } from "react";
import { useEditor } from "../editor-context";
import type { Rasters } from "./rasters";

/** How long the view has to stand still before it is drawn sharp, ms. */
const STILL = 140;

/** Tells the rasters whether something moves on the stage, and draws the scene sharp when it has come to rest. */
export function useMotion(rasters: Rasters, stage: RefObject<Konva.Stage | null>): void {
  const { store } = useEditor();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const rest = () => {
      timer = null;
      if (store.getState().gesture?.onStage) return;
      rasters.setMoving(false);
      stage.current?.findOne<Konva.Layer>(".scene")?.batchDraw();
    };
    const unsubscribe = store.subscribe((state, before) => {
      const gestureEnds = before.gesture?.onStage && !state.gesture?.onStage;
      if (state.view === before.view && !state.gesture?.onStage && !gestureEnds) return;
      rasters.setMoving(true);
      if (timer !== null) clearTimeout(timer);
      timer = state.gesture?.onStage ? null : setTimeout(rest, gestureEnds ? 0 : STILL);
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [rasters, stage, store]);
}
