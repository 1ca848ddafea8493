"use client";

import { type PointerEvent, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { selectionBounds } from "@/lib/editor/selection";
import { shownDocument } from "@/lib/editor/store";
import type { Point } from "@/lib/template/geometry";
import { useEditorState } from "../editor-context";
import { RULER } from "./guide-gesture";
import { rulerTicks } from "./ruler-ticks";
import { useStageColors } from "./stage-colors";
import type { StageUiStore } from "./stage-ui";

type Axis = "x" | "y";
export type RulersProps = {
  ui: StageUiStore;
  /** A guide is pulled out: `at` in screen px from the stage's top left. The stage takes the pointer from there. */
  onPull: (axis: Axis, at: Point, event: PointerEvent) => void;
};

/** Rulers along the top and the left of the stage, in canvas px, with the selection's extent marked on them. */
export function Rulers({ ui, onPull }: RulersProps) {
  const shown = useEditorState(({ aids }) => aids.rulers);
  if (!shown) return null;
  return (
    <>
      <Ruler axis="x" ui={ui} onPull={onPull} />
      <Ruler axis="y" ui={ui} onPull={onPull} />
      <div
        aria-hidden
        className="absolute top-0 left-0 border-line border-r border-b bg-panel"
        style={{ width: RULER, height: RULER }}
      />
    </>
  );
}

/** The ruler along an axis; a press on it draws a guide across that ruler's other one. */
function Ruler({ axis, ui, onPull }: RulersProps & { axis: Axis }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useEditorState((state) => state.view);
  const viewport = useEditorState((state) => state.viewport);
  const document = useEditorState(shownDocument);
  const selection = useEditorState((state) => state.selection);
  const frameIds = useStore(ui, (state) => state.frameIds);
  const colors = useStageColors();
  const length = axis === "x" ? viewport.width : viewport.height;
  const bounds = selectionBounds(document, frameIds ?? selection);
  const [from, to] = bounds
    ? axis === "x"
      ? [bounds.x, bounds.x + bounds.width]
      : [bounds.y, bounds.y + bounds.height]
    : [0, 0];

  useEffect(() => {
    const sheet = canvas.current;
    const context = sheet?.getContext("2d");
    if (!sheet || !context || length === 0) return;
    const scale = window.devicePixelRatio;
    sheet.width = Math.round((axis === "x" ? length : RULER) * scale);
    sheet.height = Math.round((axis === "x" ? RULER : length) * scale);
    // Drawn lying, and turned to stand: the numbers of the left ruler read from below.
    if (axis === "x") context.setTransform(scale, 0, 0, scale, 0, 0);
    else context.setTransform(0, scale, scale, 0, 0, 0);
    const offset = view[axis];
    if (to > from) {
      context.fillStyle = colors.rulerMark;
      context.fillRect(offset + from * view.zoom, 0, (to - from) * view.zoom, RULER);
    }
    context.fillStyle = colors.rulerText;
    context.font = "9px Inter, sans-serif";
    for (const { value, at, labelled } of rulerTicks(offset, view.zoom, length)) {
      context.fillRect(Math.round(at), labelled ? RULER - 8 : RULER - 4, 1, labelled ? 8 : 4);
      if (!labelled) continue;
      context.save();
      if (axis === "x") context.translate(Math.round(at) + 3, 9);
      else {
        context.translate(Math.round(at) - 3, 9);
        context.transform(-1, 0, 0, 1, 0, 0);
      }
      context.fillText(String(Math.round(value * 10) / 10), 0, 0);
      context.restore();
    }
  }, [axis, length, view, from, to, colors]);

  return (
    <canvas
      ref={canvas}
      data-testid={`ruler-${axis}`}
      className="absolute top-0 left-0 touch-none border-line bg-panel"
      style={
        axis === "x"
          ? { width: length, height: RULER, cursor: "row-resize" }
          : { width: RULER, height: length, cursor: "col-resize" }
      }
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Not a press on what lies under the ruler as well.
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        const at = { x: event.clientX - box.left, y: event.clientY - box.top };
        onPull(axis === "x" ? "y" : "x", at, event);
      }}
    />
  );
}
