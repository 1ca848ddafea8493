"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useEditor } from "../editor-context";
import { chipsIn, outsideChip } from "./chips";
import type { TextRange } from "./text-runs";
import { beginTyping, endTyping } from "./typing";
import { type Ends, readEnds, readSelection, readText, writeEnds, writeSelection } from "./typing-surface";

/**
 * Keeps the store's range and the selection of the editable element the same, for as long as the element lives: the
 * parent gives each layer its own. A caret never stays inside a chip. `onRange` is told of every new range. Gives what
 * takes over the selection at once: the browser tells of it late and of several together, and a key means each.
 */
export function useTypingCaret(
  element: RefObject<HTMLElement | null>,
  composing: RefObject<boolean>,
  layerId: string,
  onRange: (text: string, range: TextRange) => void,
): () => void {
  const { store, typing } = useEditor();
  const last = useRef<Ends | null>(null);
  const tell = useRef(onRange);
  tell.current = onRange;
  const settle = useRef(() => {});

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    target.focus({ preventScroll: true });
    const all = { start: 0, end: readText(target).length };
    beginTyping(store, typing, all);
    writeSelection(target, all);

    const onSelection = () => {
      // It is told late: by then the focus may have left the text for what does not act on a stretch of it.
      if (document.activeElement !== target || composing.current) return;
      keepOutOfChips(target, last.current);
      last.current = readEnds(target);
      const range = readSelection(target);
      if (!range) return;
      const before = typing.getState().range;
      const isSame = before?.start === range.start && before.end === range.end;
      if (!isSame) typing.setState({ range, pending: null });
      tell.current(readText(target), range);
    };
    // A caret that the panels set, after inserting a field, is shown here.
    const followCaret = typing.subscribe(({ range }, before) => {
      if (range === before.range) return;
      const shown = readSelection(target);
      if (!range || composing.current) return;
      if (shown?.start === range.start && shown.end === range.end) return;
      target.focus({ preventScroll: true });
      writeSelection(target, range);
      last.current = { anchor: range.start, focus: range.end };
    });
    settle.current = onSelection;
    document.addEventListener("selectionchange", onSelection);
    return () => {
      settle.current = () => {};
      document.removeEventListener("selectionchange", onSelection);
      followCaret();
      endTyping(store, typing, layerId);
    };
  }, [element, composing, layerId, store, typing]);

  return useCallback(() => settle.current(), []);
}

/** Moves whichever end of the selection has come to lie inside a chip out of it. */
function keepOutOfChips(element: HTMLElement, before: Ends | null): void {
  const ends = readEnds(element);
  if (!ends) return;
  const chips = chipsIn(readText(element));
  const around = chips.find(
    ({ start, end }) =>
      start <= Math.min(ends.anchor, ends.focus) && Math.max(ends.anchor, ends.focus) <= end,
  );
  const isInside = around && ends.anchor !== ends.focus;
  // A word of a chip, as a double click marks it, means the chip.
  const next: Ends =
    isInside && before?.anchor !== ends.anchor
      ? { anchor: around.start, focus: around.end }
      : {
          anchor: outsideChip(chips, ends.anchor, before?.anchor ?? null),
          focus: outsideChip(chips, ends.focus, before?.focus ?? null),
        };
  if (next.anchor !== ends.anchor || next.focus !== ends.focus) writeEnds(element, next);
}
