"use client";

import { useEffect, useMemo, useRef } from "react";
import { toast } from "sonner";
import type { Action, ActionContext } from "@/lib/editor/actions/action";
import { ACTIONS, type ActionId, actionForKey } from "@/lib/editor/actions/actions";
import { pasteText } from "@/lib/editor/actions/paste-text";
import { copyText } from "@/lib/editor/clipboard";
import { unlockedIds } from "@/lib/editor/selection";
import { isTypingTarget, type Platform, platformOf, shortcutLabel } from "@/lib/editor/shortcuts";
import type { EditorState } from "@/lib/editor/store";
import { findLayer } from "@/lib/template/tree";
import { useEditor } from "./editor-context";
import { newLocalId } from "./new-local-id";
import { focusStage } from "./stage/focus-stage";

export type Actions = {
  run: (id: ActionId) => void;
  /** What a key or a button of the toolbar does: takes up the action's tool, or runs it where that is up or there is none. */
  press: (id: ActionId) => void;
  /** The action's first shortcut as people of this platform read it; undefined when it has none. */
  shortcut: (id: ActionId) => string | undefined;
  platform: Platform;
};

/** The editor's actions bound to this editor, for menus, buttons and keys. */
export function useActions(): Actions {
  const editor = useEditor();
  return useMemo(() => {
    const { store, ui, canEdit, announce } = editor;
    const platform = platformOf(navigator.platform);
    const context: ActionContext = {
      newId: newLocalId,
      writeClipboard: (text) => navigator.clipboard.writeText(text),
      readClipboard: () => navigator.clipboard.readText(),
      choosePicture: (choosingFor) => ui.setState({ choosingFor }),
      startRename: (renamingId) => ui.setState({ renamingId, leftTab: "layers" }),
    };
    const run = (id: ActionId) => {
      const action = ACTIONS[id];
      if (action.changes && !canEdit) return;
      if (!action.enabled(store.getState())) return;
      const before = store.getState().document;
      Promise.resolve(action.perform(store, context)).catch(() => {
        const keys = platform === "mac" ? "Command" : "Ctrl";
        toast.error("The browser does not let this page use the clipboard here", {
          description: `Use the keys instead: ${keys} with C, X or V.`,
        });
      });
      if (action.changes && store.getState().document !== before) announce(`${action.label}.`);
    };
    return {
      platform,
      run,
      press: (id) => {
        const action: Action = ACTIONS[id];
        if (!canEdit || !action.arm?.(store)) return run(id);
        focusStage();
        announce(
          `${action.label}: press or drag on the canvas to place it, the same key again to place it in the middle.`,
        );
      },
      shortcut: (id) => {
        const [first] = ACTIONS[id].shortcuts;
        return first && shortcutLabel(first, platform);
      },
    };
  }, [editor]);
}

/** Keys and the system clipboard, for the whole page. Nothing here acts while somebody types. */
export function useEditorKeys(
  { run, press, platform }: Actions,
  onImages: (files: readonly File[]) => void,
): void {
  const { store, ui, canEdit } = useEditor();
  const images = useRef(onImages);
  images.current = onImages;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.key === "?" && !isTypingTarget(target) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        ui.setState({ shortcutsOpen: true });
        return;
      }
      const text = event.key === "Enter" && isOnCanvas(target) ? textToType(store.getState()) : null;
      if (text !== null && canEdit) {
        event.preventDefault();
        store.editText(text);
        return;
      }
      const action = actionForKey(event, target, store.getState(), platform);
      if (!action) return;
      event.preventDefault();
      press(action.id);
    };

    const isForUs = (event: ClipboardEvent) =>
      !isTypingTarget(event.target instanceof HTMLElement ? event.target : null) && !isInDialog(event.target);

    const onCopy = (event: ClipboardEvent) => {
      const { document: shown, selection } = store.getState();
      const isCut = event.type === "cut";
      const text = isForUs(event) ? copyText(shown, isCut ? unlockedIds(shown, selection) : selection) : null;
      if (text === null || (isCut && !canEdit)) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
      if (isCut) run("delete");
    };

    const onPaste = (event: ClipboardEvent) => {
      if (!isForUs(event) || !canEdit || !event.clipboardData) return;
      event.preventDefault();
      const files = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
      if (files.length > 0) images.current(files);
      else pasteText(store, event.clipboardData.getData("text/plain"), newLocalId);
    };

    window.addEventListener("keydown", onKeyDown);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, ui, canEdit, platform, run, press]);
}

function isOnCanvas(target: HTMLElement | null): boolean {
  return !target || target === document.body || target.role === "application";
}

/** The selected text layer, when it is the only one selected and can be typed in. */
function textToType({ document: shown, selection, editingTextId }: EditorState): string | null {
  const [id] = selection;
  if (id === undefined || selection.length > 1 || editingTextId !== null) return null;
  const layer = findLayer(shown, id);
  return layer?.type === "text" && !layer.locked ? id : null;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=menu], [role=listbox]") !== null;
}
