"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import type { TextLayer } from "@/lib/template/layers/text";
import { useEditorState } from "../editor-context";
import type { TextRange } from "./text-runs";
import { boxesOf } from "./typing-surface";

export type StageBox = { left: number; top: number; width: number; height: number };

export type StageBoxes = { boxes: readonly StageBox[]; stage: { width: number; height: number } };

/**
 * Where a stretch of the text that is typed in lies on the stage, px from its top left, a box a line; null without a
 * stretch. `layer` is there to measure anew when it changes.
 */
export function useStageBoxes(
  element: RefObject<HTMLElement | null>,
  range: TextRange | null,
  layer: TextLayer,
): StageBoxes | null {
  const view = useEditorState((state) => state.view);
  const viewport = useEditorState((state) => state.viewport);
  const [found, setFound] = useState<StageBoxes | null>(null);
  const start = range?.start ?? 0;
  const end = range?.end ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the screen follows the view and the layer
  useLayoutEffect(() => {
    const target = element.current;
    const stage = target?.closest("[data-testid=stage]")?.getBoundingClientRect();
    if (!target || !stage || start === end) return setFound(null);
    const boxes = boxesOf(target, { start, end }).map(({ left, top, width, height }) => ({
      left: left - stage.left,
      top: top - stage.top,
      width,
      height,
    }));
    setFound(boxes.length > 0 ? { boxes, stage: { width: stage.width, height: stage.height } } : null);
  }, [element, start, end, layer, view, viewport]);

  return found;
}
