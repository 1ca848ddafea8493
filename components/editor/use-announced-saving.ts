"use client";

import { useEffect } from "react";
import { saveLabel } from "@/lib/editor/save-state";
import { useEditor } from "./editor-context";

/** Tells screen readers when work cannot be saved, and when it is again; not of every save that goes well. */
export function useAnnouncedSaving(): void {
  const { autosave, announce, canEdit } = useEditor();
  useEffect(() => {
    if (!canEdit) return;
    let inTrouble = false;
    return autosave.state.subscribe(({ save }, { save: before }) => {
      if (save.kind === before.kind) return;
      if (save.kind === "offline" || save.kind === "error" || save.kind === "conflict") {
        // Each try in vain would say it again.
        if (!inTrouble || save.kind === "conflict") {
          const { text, detail } = saveLabel(save);
          announce(`${text}. ${detail}`);
        }
        inTrouble = true;
      } else if (inTrouble && (save.kind === "saved" || save.kind === "idle")) {
        inTrouble = false;
        announce("Everything is saved again.");
      }
    });
  }, [autosave, announce, canEdit]);
}
