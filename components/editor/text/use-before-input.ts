"use client";

import { type RefObject, useEffect } from "react";
import { chipsIn, outsideChip, wholeChips } from "./chips";
import type { TextRange } from "./text-runs";
import { offsetOf, readSelection, readText } from "./typing-surface";

export type TypedChange = {
  /** Puts text in place of a stretch. */
  replace: (text: string, range: TextRange) => void;
  undo: () => void;
  redo: () => void;
  /** Where the caret was told to be last; null when it was not. */
  caret: () => number | null;
};

/**
 * Tells what a key, a paste or a drop is about to change, and keeps the browser from changing it itself. React knows
 * `beforeinput` only in part; the native event says more. Input methods write into the element themselves.
 */
export function useBeforeInput(element: RefObject<HTMLElement | null>, change: TypedChange): void {
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === "insertCompositionText") return;
      event.preventDefault();
      const range = targetRange(target, event, change.caret());
      if (!range) return;
      if (event.inputType.startsWith("delete")) change.replace("", range);
      else if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak")
        change.replace("\n", range);
      else if (event.inputType.startsWith("insert")) {
        const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
        if (text !== "") change.replace(text, range);
      } else if (event.inputType === "historyUndo") change.undo();
      else if (event.inputType === "historyRedo") change.redo();
    };
    target.addEventListener("beforeinput", onBeforeInput);
    return () => target.removeEventListener("beforeinput", onBeforeInput);
  });
}

/** What is about to be replaced; a chip is there whole or not at all, and a quick key types beside it, not inside. */
function targetRange(element: HTMLElement, event: InputEvent, caret: number | null): TextRange | null {
  const [given] = event.getTargetRanges();
  const range = given
    ? {
        start: offsetOf(element, given.startContainer, given.startOffset),
        end: offsetOf(element, given.endContainer, given.endOffset),
      }
    : readSelection(element);
  if (!range) return null;
  const chips = chipsIn(readText(element));
  if (range.start < range.end) return wholeChips(chips, range);
  const at = outsideChip(chips, range.start, caret);
  return { start: at, end: at };
}
