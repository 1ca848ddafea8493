"use client";

import { type RefObject, useEffect } from "react";
import { panBy } from "@/lib/editor/view";
import { useEditor, useEditorState } from "../editor-context";

/** Room between the caret and what covers the screen beneath it, px. */
const ROOM = 24;

/**
 * Keeps the caret above the keyboard on the screen: while a text is typed in, the view moves when what can be seen of
 * the page gets smaller, or the caret leaves it.
 */
export function useCaretInSight(stage: RefObject<HTMLElement | null>): void {
  const { store } = useEditor();
  const isTyping = useEditorState(({ editingTextId }) => editingTextId !== null);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!isTyping || !seen) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      // The stage measures itself first.
      frame = requestAnimationFrame(() => {
        const element = stage.current;
        const caret = caretBox(element);
        if (!element || !caret) return;
        const box = element.getBoundingClientRect();
        const top = Math.max(box.top, seen.offsetTop) + ROOM;
        const bottom = Math.min(box.bottom, seen.offsetTop + seen.height) - ROOM;
        const by = caret.bottom > bottom ? bottom - caret.bottom : caret.top < top ? top - caret.top : 0;
        if (Math.abs(by) >= 1) store.setView(panBy(store.getState().view, 0, by));
      });
    };
    seen.addEventListener("resize", look);
    document.addEventListener("selectionchange", look);
    return () => {
      cancelAnimationFrame(frame);
      seen.removeEventListener("resize", look);
      document.removeEventListener("selectionchange", look);
    };
  }, [isTyping, stage, store]);
}

/** Where the caret of the text on the canvas is on the page; null when the focus is elsewhere. */
function caretBox(stage: HTMLElement | null): { top: number; bottom: number } | null {
  const { activeElement } = document;
  const selection = document.getSelection();
  if (!stage?.contains(activeElement) || !selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  range.collapse(false);
  const box = [...range.getClientRects()].at(-1);
  if (box && box.height > 0) return box;
  // An empty text has no place of its caret; its box is as high as a line.
  return activeElement?.getBoundingClientRect() ?? null;
}
