"use client";

import { Line, Rect, Shape } from "react-konva";
import { useStore } from "zustand";
import { shownDocument } from "@/lib/editor/store";
import { toScreen } from "@/lib/editor/view";
import { safeAreaOf } from "@/lib/template/safe-area";
import { useEditorState } from "../editor-context";
import { useStageColors } from "./stage-colors";
import type { StageUiStore } from "./stage-ui";

/** Lines of the grid closer than this on the screen are left out, px: they would be a grey veil. */
const CLOSEST = 4;

/** Grid, safe area and the guides drawn from the rulers, on top of the picture and on no picture. Screen px. */
export function AidsOverlay({ ui }: { ui: StageUiStore }) {
  const aids = useEditorState((state) => state.aids);
  return (
    <>
      {aids.grid ? <Grid step={aids.gridStep} /> : null}
      {aids.safeArea ? <SafeArea /> : null}
      {aids.rulers ? <DrawnGuides ui={ui} /> : null}
    </>
  );
}

function Grid({ step }: { step: number }) {
  const width = useEditorState(({ document }) => document.width);
  const height = useEditorState(({ document }) => document.height);
  const view = useEditorState((state) => state.view);
  const { accent } = useStageColors();
  if (step * view.zoom < CLOSEST) return null;
  return (
    <Shape
      listening={false}
      stroke={accent}
      strokeWidth={1}
      opacity={0.22}
      sceneFunc={(context, shape) => {
        const [from, to] = [toScreen(view, { x: 0, y: 0 }), toScreen(view, { x: width, y: height })];
        context.beginPath();
        for (let x = step; x < width; x += step) {
          const at = crisp(view.x + x * view.zoom);
          context.moveTo(at, from.y);
          context.lineTo(at, to.y);
        }
        for (let y = step; y < height; y += step) {
          const at = crisp(view.y + y * view.zoom);
          context.moveTo(from.x, at);
          context.lineTo(to.x, at);
        }
        context.strokeShape(shape);
      }}
    />
  );
}

function SafeArea() {
  const width = useEditorState(({ document }) => document.width);
  const height = useEditorState(({ document }) => document.height);
  const view = useEditorState((state) => state.view);
  const colors = useStageColors();
  const area = safeAreaOf({ width, height });
  const [canvas, corner] = [toScreen(view, { x: 0, y: 0 }), toScreen(view, area)];
  const inside = { width: area.width * view.zoom, height: area.height * view.zoom };
  return (
    <>
      <Shape
        listening={false}
        fill={colors.unsafe}
        sceneFunc={(context) => {
          context.beginPath();
          context.rect(canvas.x, canvas.y, width * view.zoom, height * view.zoom);
          // The other way round, so that the hole stays a hole.
          context.moveTo(corner.x, corner.y);
          context.lineTo(corner.x, corner.y + inside.height);
          context.lineTo(corner.x + inside.width, corner.y + inside.height);
          context.lineTo(corner.x + inside.width, corner.y);
          context.closePath();
          context.setAttr("fillStyle", colors.unsafe);
          context.fill();
        }}
      />
      <Rect
        x={crisp(corner.x)}
        y={crisp(corner.y)}
        width={Math.round(inside.width)}
        height={Math.round(inside.height)}
        stroke={colors.guide}
        strokeWidth={1}
        dash={[5, 4]}
        listening={false}
      />
    </>
  );
}

function DrawnGuides({ ui }: { ui: StageUiStore }) {
  const guides = useEditorState((state) => shownDocument(state).guides);
  const view = useEditorState((state) => state.view);
  const viewport = useEditorState((state) => state.viewport);
  const selected = useStore(ui, (state) => state.guide);
  const colors = useStageColors();
  return guides.map(({ axis, at }, index) => {
    const place = crisp(toScreen(view, { x: at, y: at })[axis]);
    return (
      <Line
        // biome-ignore lint/suspicious/noArrayIndexKey: a guide is its place in the list
        key={index}
        points={axis === "x" ? [place, 0, place, viewport.height] : [0, place, viewport.width, place]}
        stroke={selected === index ? colors.accent : colors.drawn}
        strokeWidth={selected === index ? 2 : 1}
        listening={false}
      />
    );
  });
}

/** The middle of a device pixel, so that a line of 1 px is 1 px. */
function crisp(value: number): number {
  return Math.round(value) + 0.5;
}
