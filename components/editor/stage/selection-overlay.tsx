"use client";

import { Circle, Line, Rect } from "react-konva";
import { useStore } from "zustand";
import { freeIds } from "@/lib/editor/brand/free-ids";
import { selectionFrame, unlockedIds } from "@/lib/editor/selection";
import { shownDocument } from "@/lib/editor/store";
import { toScreen } from "@/lib/editor/view";
import { type Box, cornersOf, worldMatrix } from "@/lib/template/geometry";
import type { Document } from "@/lib/template/schema";
import { findLayer, topmost } from "@/lib/template/tree";
import { useEditor, useEditorState } from "../editor-context";
import { useMediaQuery } from "../use-media-query";
import { frameCorners, HANDLE_SIZE, placeHandles, rotateHandle, TOUCH_HANDLE_SIZE } from "./frame-handles";
import { type StageColors, useStageColors } from "./stage-colors";
import type { StageUiStore } from "./stage-ui";

/** Outlines of what is selected and pointed at, the frame with its handles, the marquee. Screen px. */
export function SelectionOverlay({ ui }: { ui: StageUiStore }) {
  const { canEdit, tools } = useEditor();
  const cropping = useStore(tools, ({ crop }) => crop !== null);
  const document = useEditorState(shownDocument);
  const rights = useEditorState((state) => state.rights);
  const view = useEditorState((state) => state.view);
  const selection = useEditorState((state) => state.selection);
  const editing = useEditorState((state) => state.editingTextId);
  const entered = useEditorState((state) => state.enteredGroupId);
  const { hoverId, marquee, frameIds, dragging } = useStore(ui);
  const colors = useStageColors();

  if (cropping) return null;
  const ids = frameIds ?? selection;
  const movable = freeIds({ document, rights }, unlockedIds(document, ids), "position");
  const frame = selectionFrame(document, movable.length > 0 ? movable : ids);
  const outlined = dragging ? [] : topmost(document, ids);
  const showHandles = canEdit && !dragging && editing === null && movable.length > 0;
  const corner = marquee && toScreen(view, marquee);

  return (
    <>
      {entered !== null ? <Outline document={document} id={entered} color={colors.accent} dashed /> : null}
      {hoverId !== null && !ids.includes(hoverId) && !dragging ? (
        <Outline document={document} id={hoverId} color={colors.accent} width={1.5} />
      ) : null}
      {outlined.length > 1
        ? outlined.map(({ layer }) => (
            <Outline key={layer.id} document={document} id={layer.id} color={colors.accent} />
          ))
        : null}
      {frame ? (
        <Frame frame={frame} colors={colors} handles={showHandles} editing={editing !== null} />
      ) : null}
      {marquee && corner ? (
        <Rect
          x={Math.round(corner.x) + 0.5}
          y={Math.round(corner.y) + 0.5}
          width={Math.round(marquee.width * view.zoom)}
          height={Math.round(marquee.height * view.zoom)}
          fill={`${colors.accent}1f`}
          stroke={colors.accent}
          strokeWidth={1}
        />
      ) : null}
    </>
  );
}

type OutlineProps = { document: Document; id: string; color: string; width?: number; dashed?: boolean };

function Outline({ document, id, color, width = 1, dashed = false }: OutlineProps) {
  const view = useEditorState((state) => state.view);
  const layer = findLayer(document, id);
  if (!layer) return null;
  const points = cornersOf(layer, worldMatrix(document, id)).map((corner) => toScreen(view, corner));
  return (
    <Line
      points={points.flatMap(({ x, y }) => [crisp(x), crisp(y)])}
      closed
      stroke={color}
      strokeWidth={width}
      {...(dashed ? { dash: [4, 4], opacity: 0.7 } : {})}
    />
  );
}

type FrameProps = { frame: Box; colors: StageColors; handles: boolean; editing: boolean };

function Frame({ frame, colors, handles, editing }: FrameProps) {
  const view = useEditorState((state) => state.view);
  const corners = frameCorners(frame, view);
  const upright = frame.rotation % 90 === 0;
  const rotate = rotateHandle(frame, view);
  const size = useMediaQuery("(pointer: coarse)") ? TOUCH_HANDLE_SIZE : HANDLE_SIZE;
  return (
    <>
      <Line
        points={corners.flatMap(({ x, y }) => (upright ? [crisp(x), crisp(y)] : [x, y]))}
        closed
        stroke={colors.accent}
        strokeWidth={1}
        opacity={editing ? 0.5 : 1}
      />
      {handles ? (
        <>
          <Line
            points={[rotate.from.x, rotate.from.y, rotate.at.x, rotate.at.y]}
            stroke={colors.accent}
            strokeWidth={1}
          />
          <Circle
            x={rotate.at.x}
            y={rotate.at.y}
            radius={size / 2 + 0.5}
            fill="#ffffff"
            stroke={colors.accent}
            strokeWidth={1.5}
          />
          {placeHandles(frame, view).map(({ handle, at }) => (
            <Rect
              key={handle}
              x={upright ? crisp(at.x) : at.x}
              y={upright ? crisp(at.y) : at.y}
              offsetX={size / 2}
              offsetY={size / 2}
              width={size}
              height={size}
              rotation={frame.rotation}
              cornerRadius={1.5}
              fill="#ffffff"
              stroke={colors.accent}
              strokeWidth={1}
            />
          ))}
        </>
      ) : null}
    </>
  );
}

/** The middle of a device pixel, so that a line of 1 px is 1 px. */
function crisp(value: number): number {
  return Math.round(value) + 0.5;
}
