"use client";

import { useEffect, useMemo, useRef } from "react";
import { toast } from "sonner";
import type { ActionContext, OpenablePart } from "@/lib/editor/actions/action";
import { ACTIONS, type ActionId, actionForKey, actionNamed } from "@/lib/editor/actions/actions";
import { isPossible } from "@/lib/editor/actions/is-possible";
import { pasteClipped } from "@/lib/editor/actions/paste-clipped";
import { removeSelected } from "@/lib/editor/actions/selected-layers";
import { freeIds, isFree } from "@/lib/editor/brand/free-ids";
import { changeWords } from "@/lib/editor/change-words";
import { copyText } from "@/lib/editor/clipboard";
import { unlockedIds } from "@/lib/editor/selection";
import { isTypingTarget, matches, type Platform, platformOf, shortcutLabel } from "@/lib/editor/shortcuts";
import type { EditorState } from "@/lib/editor/store";
import { findLayer } from "@/lib/template/tree";
import { useEditor } from "./editor-context";
import type { EditorUi } from "./editor-ui";
import { focusStage } from "./focus-keeper";
import { newLocalId } from "./new-local-id";
import { readClipboard } from "./read-clipboard";
import { pickColor } from "./stage/tools/pick-color";
import { startCrop } from "./stage/tools/start-crop";

/** Where a copied style is kept, for every tab of this browser. */
const STYLE_KEY = "nameplate.style";

const OPEN: Record<OpenablePart, Partial<EditorUi>> = {
  palette: { paletteOpen: true },
  shortcuts: { shortcutsOpen: true },
  history: { rightTab: "history", sheet: null },
  versions: { versionsOpen: true },
  icons: { iconsOpen: true },
};

export type Actions = {
  run: (id: ActionId) => void;
  /** What a key does: takes up the action's tool, or runs it where that is up or there is none. */
  press: (id: ActionId) => void;
  context: ActionContext;
  /** The action's first shortcut as people of this platform read it; undefined when it has none. */
  shortcut: (id: ActionId) => string | undefined;
  platform: Platform;
};

/** The editor's actions bound to this editor, for menus, buttons and keys. */
export function useActions(onPictures: (files: readonly File[]) => void): Actions {
  const editor = useEditor();
  const pictures = useRef(onPictures);
  pictures.current = onPictures;
  return useMemo(() => {
    const { store, ui, canEdit, announce, workspace } = editor;
    const platform = platformOf(navigator.platform);
    const context: ActionContext = {
      newId: newLocalId,
      writeClipboard: (text) => navigator.clipboard.writeText(text),
      workspace: workspace.slug,
      readClipboard,
      keptStyle: () => window.localStorage.getItem(STYLE_KEY),
      keepStyle: (text) => {
        window.localStorage.setItem(STYLE_KEY, text);
        announce("The style is copied.");
      },
      placePictures: (files) => pictures.current(files),
      open: (part) => ui.setState(OPEN[part]),
      choosePicture: (choosingFor) => ui.setState({ choosingFor }),
      cropPicture: (layerId) => startCrop(editor, layerId),
      pickColor: () => pickColor(editor.tools),
      toggleContactSheet: () => ui.setState(({ contactOpen }) => ({ contactOpen: !contactOpen })),
      startRename: (renamingId) => ui.setState({ renamingId, leftTab: "layers" }),
    };
    const run = (id: ActionId) => {
      const action = actionNamed(id);
      if (action.changes && !canEdit) return;
      if (!isPossible(action, store.getState())) return;
      const name = action.labelNow?.(store.getState()) ?? action.label;
      const { design: before, document: layersBefore } = store.getState();
      Promise.resolve(action.perform(store, context)).catch(() => {
        const keys = platform === "mac" ? "Command" : "Ctrl";
        toast.error("The browser does not let this page use the clipboard here", {
          description: `Use the keys instead: ${keys} with C, X or V.`,
        });
      });
      if (!action.changes || store.getState().design === before) return;
      // What moved, came and went is told as such; the step's name would only be in its way.
      const { document: now, selection } = store.getState();
      const isTold = changeWords(layersBefore, now, selection) !== "";
      if (!isTold || id === "undo" || id === "redo") announce(`${name}.`);
    };
    return {
      platform,
      context,
      run,
      press: (id) => {
        const action = actionNamed(id);
        if (!canEdit || !isPossible(action, store.getState()) || !action.arm?.(store)) return run(id);
        focusStage();
        announce(
          `${action.label}: press or drag on the canvas to place it, the same key again to place it in the middle.`,
        );
      },
      shortcut: (id) => {
        const [first] = actionNamed(id).shortcuts;
        return first && shortcutLabel(first, platform);
      },
    };
  }, [editor]);
}

/** Keys and the system clipboard, for the whole page. Nothing here acts while somebody types. */
export function useEditorKeys({ run, press, platform, context }: Actions): void {
  const { store, canEdit, announce } = useEditor();

  useEffect(() => {
    /** Set by the keys of "paste in place" until the browser hands the clipboard over. */
    let inPlace = false;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      inPlace = ACTIONS.pasteInPlace.shortcuts.some((each) => matches(each, event, platform));
      const text = event.key === "Enter" && isOnCanvas(target) ? textToType(store.getState()) : null;
      if (text !== null && canEdit) {
        event.preventDefault();
        store.editText(text);
        return;
      }
      if (event.key === "Enter" && isOnCanvas(target) && ACTIONS.cropPicture.enabled(store.getState())) {
        event.preventDefault();
        run("cropPicture");
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
      const ids = isCut ? freeIds(store.getState(), unlockedIds(shown, selection), "delete") : selection;
      const text = isForUs(event) ? copyText(shown, ids, context.workspace) : null;
      if (text === null || (isCut && !canEdit)) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
      if (!isCut) return;
      removeSelected(store, "Cut");
      announce("Cut.");
    };

    const onPaste = (event: ClipboardEvent) => {
      if (!isForUs(event) || !canEdit || !event.clipboardData || store.getState().rights.contentOnly) return;
      event.preventDefault();
      const pictures = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
      const text = event.clipboardData.getData("text/plain");
      pasteClipped(store, { text, pictures }, context, inPlace);
      inPlace = false;
    };

    /** Fields that are typed in keep their keys to themselves; what acts there too is asked before them. */
    const onTypedKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (isInDialog(target)) return;
      const action = actionForKey(event, target, store.getState(), platform);
      if (!action?.whileTyping) return;
      event.preventDefault();
      event.stopPropagation();
      run(action.id);
    };

    window.addEventListener("keydown", onTypedKey, { capture: true });
    window.addEventListener("keydown", onKeyDown);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onTypedKey, { capture: true });
      window.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, canEdit, announce, platform, context, run, press]);
}

function isOnCanvas(target: HTMLElement | null): boolean {
  return !target || target === document.body || target.role === "application";
}

/** The selected text layer, when it is the only one selected and can be typed in. */
function textToType(state: EditorState): string | null {
  const { document: shown, selection, editingTextId } = state;
  const [id] = selection;
  if (id === undefined || selection.length > 1 || editingTextId !== null) return null;
  const layer = findLayer(shown, id);
  return layer?.type === "text" && !layer.locked && isFree(state, id, "content") ? id : null;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=menu], [role=listbox]") !== null;
}
