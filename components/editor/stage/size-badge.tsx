"use client";

import { useStore } from "zustand";
import { selectionFrame } from "@/lib/editor/selection";
import { shownDocument } from "@/lib/editor/store";
import { useEditor, useEditorState } from "../editor-context";
import { frameCorners } from "./frame-handles";
import type { StageUiStore } from "./stage-ui";

/** Size of the selection under its frame, and what a drag does beside the pointer. */
export function SizeBadge({ ui }: { ui: StageUiStore }) {
  const document = useEditorState(shownDocument);
  const selection = useEditorState((state) => state.selection);
  const view = useEditorState((state) => state.view);
  const editing = useEditorState((state) => state.editingTextId !== null);
  const cropping = useStore(useEditor().tools, ({ crop }) => crop !== null);
  const { readout, frameIds } = useStore(ui);
  const frame = selectionFrame(document, frameIds ?? selection);
  if (!frame || editing || cropping) return null;
  const corners = frameCorners(frame, view);
  const left = Math.min(...corners.map(({ x }) => x));
  const right = Math.max(...corners.map(({ x }) => x));
  const bottom = Math.max(...corners.map(({ y }) => y));
  return (
    <>
      <span
        aria-hidden
        data-testid="size-badge"
        className="figures -translate-x-1/2 pointer-events-none absolute whitespace-nowrap rounded-sm bg-accent px-1 font-medium text-[10px] text-on-accent leading-4"
        style={{ left: Math.round((left + right) / 2), top: Math.round(bottom) + 8 }}
      >
        {`${rounded(frame.width)} × ${rounded(frame.height)}`}
      </span>
      {readout ? (
        <span
          aria-hidden
          className="figures pointer-events-none absolute whitespace-nowrap rounded-sm bg-tip px-1.5 font-medium text-[10px] text-on-tip leading-5"
          style={{ left: readout.at.x + 14, top: readout.at.y + 16 }}
        >
          {readout.text}
        </span>
      ) : null}
    </>
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
