"use client";

import { useMemo } from "react";
import { Shape } from "react-konva";
import { useStore } from "zustand";
import type { Guide } from "@/lib/editor/snapping";
import { toScreen, type View } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import { useEditorState } from "../editor-context";
import { useStageColors } from "./stage-colors";
import type { StageUiStore } from "./stage-ui";

/** Half the length of the ticks at the ends of a measured gap, screen px. */
const TICK = 4;
/** From the pointer to what is said beside it, screen px. */
const BESIDE = { x: 14, y: 16 };

/**
 * Lines along which something snapped, distances to neighbours and those that Alt asks for, and what a drag does beside
 * the pointer. All of it is drawn: elements that moved with each frame would have the page laid out each time. Screen px.
 */
export function GuidesOverlay({ ui }: { ui: StageUiStore }) {
  const guides = useGuides(ui);
  const view = useEditorState((state) => state.view);
  const readout = useStore(ui, (state) => state.readout);
  const colors = useStageColors();
  if (guides.length === 0 && readout === null) return null;
  return (
    <Shape
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={({ _context: context }) => {
        context.strokeStyle = colors.guide;
        context.lineWidth = 1;
        context.beginPath();
        for (const guide of guides) drawGuide(context, guide, view);
        context.stroke();
        for (const guide of guides) {
          if (guide.kind !== "gap") continue;
          const middle = (guide.from + guide.to) / 2;
          const at = toScreen(
            view,
            guide.axis === "x" ? { x: middle, y: guide.at } : { x: guide.at, y: middle },
          );
          drawLabel(context, distanceText(guide), at, {
            ground: colors.guide,
            ink: "#ffffff",
            centred: true,
          });
        }
        if (!readout) return;
        const at = { x: readout.at.x + BESIDE.x, y: readout.at.y + BESIDE.y };
        drawLabel(context, readout.text, at, { ground: colors.tip, ink: colors.onTip, centred: false });
      }}
    />
  );
}

/** A distance as it is shown: to a tenth of a pixel. */
export function distanceText({ distance }: Extract<Guide, { kind: "gap" }>): string {
  return String(Math.round(distance * 10) / 10);
}

/** The guides, each once: two pairs of neighbours can measure the same gap. */
function useGuides(ui: StageUiStore): Guide[] {
  const snapped = useEditorState((state) => state.guides);
  const measured = useStore(ui, (state) => state.measures);
  return useMemo(
    () => [...new Map([...snapped, ...measured].map((guide) => [JSON.stringify(guide), guide])).values()],
    [snapped, measured],
  );
}

function drawGuide(context: CanvasRenderingContext2D, guide: Guide, view: View): void {
  const along = (value: number, at: number) =>
    toScreen(view, guide.axis === "x" ? { x: value, y: at } : { x: at, y: value });
  const line = (from: Point, to: Point) => {
    context.moveTo(crisp(from.x), crisp(from.y));
    context.lineTo(crisp(to.x), crisp(to.y));
  };
  if (guide.kind === "line") {
    // A line stands across its axis.
    line(along(guide.at, guide.from), along(guide.at, guide.to));
    return;
  }
  const [from, to] = [along(guide.from, guide.at), along(guide.to, guide.at)];
  const tick = guide.axis === "x" ? { x: 0, y: TICK } : { x: TICK, y: 0 };
  line(from, to);
  for (const end of [from, to]) {
    line({ x: end.x - tick.x, y: end.y - tick.y }, { x: end.x + tick.x, y: end.y + tick.y });
  }
}

type LabelLook = { ground: string; ink: string; centred: boolean };

/** A small plate with words, around a point or to the right and below it. */
function drawLabel(context: CanvasRenderingContext2D, text: string, at: Point, look: LabelLook): void {
  context.font = "500 10px Inter, ui-sans-serif, sans-serif";
  const width = Math.ceil(context.measureText(text).width) + 8;
  const height = look.centred ? 15 : 19;
  const x = Math.round(look.centred ? at.x - width / 2 : at.x);
  const y = Math.round(look.centred ? at.y - height / 2 : at.y);
  context.fillStyle = look.ground;
  context.beginPath();
  context.roundRect(x, y, width, height, 3);
  context.fill();
  context.fillStyle = look.ink;
  context.textBaseline = "middle";
  context.fillText(text, x + 4, y + height / 2 + 0.5);
}

/** The middle of a device pixel, so that a line of 1 px is 1 px. */
function crisp(value: number): number {
  return Math.round(value) + 0.5;
}
