"use client";

import { IconButton } from "@/components/ui/icon-button";
import { ActionIcon } from "../action-icon";
import { useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";

/** Undo and redo; each says what it would take back. */
export function HistoryButtons({ actions }: { actions: Actions }) {
  const history = useEditorState((state) => state.history);
  const busy = useEditorState((state) => state.gesture !== null);
  return (
    <>
      <IconButton
        label={history.undoLabel ? `Undo ${history.undoLabel.toLowerCase()}` : "Undo"}
        shortcut={actions.shortcut("undo") ?? ""}
        disabled={!history.canUndo && !busy}
        onClick={() => actions.run("undo")}
      >
        <ActionIcon name="undo-2" />
      </IconButton>
      <IconButton
        label={history.redoLabel ? `Redo ${history.redoLabel.toLowerCase()}` : "Redo"}
        shortcut={actions.shortcut("redo") ?? ""}
        disabled={!history.canRedo}
        onClick={() => actions.run("redo")}
      >
        <ActionIcon name="redo-2" />
      </IconButton>
    </>
  );
}
