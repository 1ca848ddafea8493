"use client";

import { useStore } from "zustand";
import { IconButton } from "@/components/ui/icon-button";
import { ACTIONS } from "@/lib/editor/actions/actions";
import { isPossible } from "@/lib/editor/actions/is-possible";
import { selectionFrame } from "@/lib/editor/selection";
import { toScreen } from "@/lib/editor/view";
import { ActionIcon } from "../action-icon";
import { useEditor, useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";
import type { StageUiStore } from "./stage-ui";

/** At the lower right corner of a selection that is not in even rows and columns: the button that makes it so. */
export function TidyButton({ ui, actions }: { ui: StageUiStore; actions: Actions }) {
  const { canEdit } = useEditor();
  const applies = useEditorState((state) => state.gesture === null && isPossible(ACTIONS.tidyUp, state));
  const document = useEditorState((state) => state.document);
  const selection = useEditorState((state) => state.selection);
  const view = useEditorState((state) => state.view);
  const busy = useStore(ui, (state) => state.dragging || state.marquee !== null);
  if (!canEdit || !applies || busy) return null;
  const frame = selectionFrame(document, selection);
  if (!frame) return null;
  const corner = toScreen(view, { x: frame.x + frame.width, y: frame.y + frame.height });
  return (
    <IconButton
      label={ACTIONS.tidyUp.label}
      shortcut={actions.shortcut("tidyUp") ?? ""}
      className="absolute border bg-raised shadow-card"
      style={{ left: Math.round(corner.x) + 10, top: Math.round(corner.y) + 10 }}
      onClick={() => actions.run("tidyUp")}
    >
      <ActionIcon name="layout-grid" />
    </IconButton>
  );
}
