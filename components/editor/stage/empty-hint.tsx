"use client";

import { Kbd } from "@/components/ui/kbd";
import { toScreen } from "@/lib/editor/view";
import { useEditor, useEditorState } from "../editor-context";

/** What stands on a canvas that has nothing yet: the ways to begin. */
export function EmptyHint() {
  const { canEdit } = useEditor();
  const isEmpty = useEditorState(({ document, gesture }) => document.layers.length === 0 && gesture === null);
  const size = useEditorState(({ document }) => document);
  const view = useEditorState((state) => state.view);
  if (!isEmpty || !canEdit) return null;
  const middle = toScreen(view, { x: size.width / 2, y: size.height / 2 });
  return (
    <div
      className="-translate-x-1/2 -translate-y-1/2 pointer-events-none absolute grid w-64 gap-1.5 rounded-lg bg-raised/90 p-4 text-center text-muted text-xs shadow-card"
      style={{ left: middle.x, top: middle.y }}
    >
      <p className="font-medium text-sm text-text">An empty canvas</p>
      <p>
        Add a text with <Kbd keys="T" />, a shape with <Kbd keys="R" />, or drop a picture here. What changes
        for every recipient is a field: type <code>{"{{"}</code> in a text.
      </p>
    </div>
  );
}
