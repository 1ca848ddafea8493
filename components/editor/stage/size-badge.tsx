"use client";

import { useStore } from "zustand";
import { selectionFrame } from "@/lib/editor/selection";
import { useEditor, useEditorState } from "../editor-context";
import { frameCorners } from "./frame-handles";

/** Size of the selection under its frame. In a drag it steps aside: what changes is said beside the pointer. */
export function SizeBadge() {
  const document = useEditorState((state) => state.document);
  const selection = useEditorState((state) => state.selection);
  const view = useEditorState((state) => state.view);
  const cropping = useStore(useEditor().tools, ({ crop }) => crop !== null);
  const busy = useEditorState((state) => state.editingTextId !== null || state.gesture?.onStage === true);
  const frame = busy || cropping ? null : selectionFrame(document, selection);
  if (!frame) return null;
  const corners = frameCorners(frame, view);
  const left = Math.min(...corners.map(({ x }) => x));
  const right = Math.max(...corners.map(({ x }) => x));
  const bottom = Math.max(...corners.map(({ y }) => y));
  return (
    <span
      aria-hidden
      data-testid="size-badge"
      className="figures -translate-x-1/2 pointer-events-none absolute whitespace-nowrap rounded-sm bg-accent px-1 font-medium text-[10px] text-on-accent leading-4"
      style={{ left: Math.round((left + right) / 2), top: Math.round(bottom) + 8 }}
    >
      {`${rounded(frame.width)} × ${rounded(frame.height)}`}
    </span>
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
