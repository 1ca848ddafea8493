"use client";

import { useMemo } from "react";
import { Line } from "react-konva";
import type { Guide } from "@/lib/editor/snapping";
import { toScreen, type View } from "@/lib/editor/view";
import { useEditorState } from "../editor-context";
import { useStageColors } from "./stage-colors";

/** Half the length of the ticks at the ends of a measured gap, screen px. */
const TICK = 4;

/** Lines along which something snapped, and the gaps it made equal. Screen px. */
export function GuidesOverlay() {
  const guides = useGuides();
  const view = useEditorState((state) => state.view);
  const { guide: color } = useStageColors();
  return guides.map((guide) => (
    <Line key={guideKey(guide)} points={pointsOf(guide, view)} stroke={color} strokeWidth={1} />
  ));
}

/** The measured gaps with their distances, as labels over the stage. */
export function GapLabels() {
  const guides = useGuides();
  const view = useEditorState((state) => state.view);
  const { guide: color } = useStageColors();
  return guides.map((guide) => {
    if (guide.kind !== "gap") return null;
    const middle = (guide.from + guide.to) / 2;
    const at = toScreen(view, guide.axis === "x" ? { x: middle, y: guide.at } : { x: guide.at, y: middle });
    return (
      <span
        key={guideKey(guide)}
        aria-hidden
        className="figures -translate-x-1/2 -translate-y-1/2 pointer-events-none absolute rounded-sm px-1 font-medium text-[10px] text-white leading-4"
        style={{ left: at.x, top: at.y, background: color }}
      >
        {Math.round(guide.distance * 10) / 10}
      </span>
    );
  });
}

/** The guides, each once: two pairs of neighbours can measure the same gap. */
function useGuides(): Guide[] {
  const guides = useEditorState((state) => state.guides);
  return useMemo(() => [...new Map(guides.map((guide) => [guideKey(guide), guide])).values()], [guides]);
}

function pointsOf(guide: Guide, view: View): number[] {
  const crisp = (value: number) => Math.round(value) + 0.5;
  if (guide.kind === "line") {
    const [from, to] =
      guide.axis === "x"
        ? [toScreen(view, { x: guide.at, y: guide.from }), toScreen(view, { x: guide.at, y: guide.to })]
        : [toScreen(view, { x: guide.from, y: guide.at }), toScreen(view, { x: guide.to, y: guide.at })];
    return [crisp(from.x), crisp(from.y), crisp(to.x), crisp(to.y)];
  }
  if (guide.axis === "x") {
    const from = toScreen(view, { x: guide.from, y: guide.at });
    const to = toScreen(view, { x: guide.to, y: guide.at });
    const y = crisp(from.y);
    const [x1, x2] = [crisp(from.x), crisp(to.x)];
    return [x1, y - TICK, x1, y + TICK, x1, y, x2, y, x2, y - TICK, x2, y + TICK];
  }
  const from = toScreen(view, { x: guide.at, y: guide.from });
  const to = toScreen(view, { x: guide.at, y: guide.to });
  const x = crisp(from.x);
  const [y1, y2] = [crisp(from.y), crisp(to.y)];
  return [x - TICK, y1, x + TICK, y1, x, y1, x, y2, x - TICK, y2, x + TICK, y2];
}

function guideKey(guide: Guide): string {
  return JSON.stringify(guide);
}
