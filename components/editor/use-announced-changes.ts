"use client";

import { useEffect } from "react";
import { changeWords } from "@/lib/editor/change-words";
import { useEditor } from "./editor-context";

/** How long small steps are gathered, ms: a key that is held says once how far it went. */
const GATHER = 250;

/** Tells screen readers what a step did to the layers, whichever way it came about: a key, a drag, the panel, undo. */
export function useAnnouncedChanges(): void {
  const { store, announce } = useEditor();
  useEffect(() => {
    let start: ReturnType<typeof store.getState>["document"] | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const { document, selection } = store.getState();
      const words = start && changeWords(start, document, selection);
      start = null;
      if (words) announce(words);
    };
    const stop = store.subscribe((state, before) => {
      if (state.document === before.document) return;
      clearTimeout(timer);
      // Another size is another picture, not a change of this one.
      if (state.sizeId !== before.sizeId) {
        start = null;
        return;
      }
      start ??= before.document;
      timer = setTimeout(tell, GATHER);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, announce]);
}
