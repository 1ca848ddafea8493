"use client";

import { useEffect } from "react";
import { isTypingTarget } from "@/lib/editor/shortcuts";
import { removeGuide } from "@/lib/template/commands/guide-commands";
import { useEditor } from "../editor-context";
import type { PointerGestures } from "./pointer-gestures";
import type { StageUiStore } from "./stage-ui";

/** Keys that mean the pointer's business before they mean an action: Escape in a drag, Delete on a guide, Alt to measure. */
export function useStageKeys(gestures: PointerGestures, ui: StageUiStore): void {
  const { store, canEdit } = useEditor();
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      if (event.key === "Alt") return gestures.setAlt(true);
      if (event.key === "Escape" && gestures.isBusy()) {
        event.stopPropagation();
        return gestures.cancel();
      }
      const { guide } = ui.getState();
      if (guide === null || isTypingTarget(event.target instanceof HTMLElement ? event.target : null)) return;
      if (event.key === "Escape") ui.setState({ guide: null });
      if ((event.key !== "Delete" && event.key !== "Backspace") || !canEdit) return;
      event.stopPropagation();
      event.preventDefault();
      ui.setState({ guide: null });
      store.dispatch("Remove guide", (doc) => removeGuide(doc, { index: guide }));
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.key === "Alt") gestures.setAlt(false);
    };
    const letGo = () => gestures.setAlt(false);
    // A guide is a place in a list: another step may have taken it away.
    const forget = store.subscribe(({ document, selection }, before) => {
      const { guide } = ui.getState();
      if (guide === null || document === before.document) return;
      if (document.guides[guide] === undefined || selection.length > 0) ui.setState({ guide: null });
    });
    window.addEventListener("keydown", onDown, { capture: true });
    window.addEventListener("keyup", onUp, { capture: true });
    window.addEventListener("blur", letGo);
    return () => {
      forget();
      window.removeEventListener("keydown", onDown, { capture: true });
      window.removeEventListener("keyup", onUp, { capture: true });
      window.removeEventListener("blur", letGo);
    };
  }, [gestures, ui, store, canEdit]);
}
