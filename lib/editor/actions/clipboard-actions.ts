import { pasteStyle } from "@/lib/template/commands/paste-style";
import { styleOf } from "@/lib/template/layer-style";
import { freeIds } from "../brand/free-ids";
import { copyText } from "../clipboard";
import { unlockedIds } from "../selection";
import type { EditorState } from "../store";
import { readStyle, styleText } from "../style-clip";
import type { Action } from "./action";
import { pasteClipped } from "./paste-clipped";
import { removableIds, removeSelected, selectedLayers } from "./selected-layers";

const NEEDS_LAYER = "Select a layer first.";
const hasSelection = (state: EditorState) => state.selection.length > 0;

/** The selected layers that may look otherwise. */
function styledIds(state: EditorState): string[] {
  return freeIds(state, unlockedIds(state.document, state.selection), "style");
}

export const clipboardActions = {
  cut: {
    label: "Cut",
    section: "Edit",
    needs: "Select a layer that is not locked.",
    icon: "scissors",
    shortcuts: [{ key: "x", mod: true }],
    keys: "browser",
    changes: true,
    enabled: (state) => removableIds(state).length > 0,
    perform: async (store, { writeClipboard, workspace }) => {
      const text = copyText(store.getState().document, removableIds(store.getState()), workspace);
      if (text === null) return;
      await writeClipboard(text);
      removeSelected(store, "Cut");
    },
  },
  copy: {
    label: "Copy",
    section: "Edit",
    keywords: ["clipboard"],
    needs: NEEDS_LAYER,
    icon: "copy",
    shortcuts: [{ key: "c", mod: true }],
    keys: "browser",
    changes: false,
    enabled: hasSelection,
    perform: async (store, { writeClipboard, workspace }) => {
      const { document, selection } = store.getState();
      const text = copyText(document, selection, workspace);
      if (text !== null) await writeClipboard(text);
    },
  },
  paste: {
    label: "Paste",
    section: "Edit",
    keywords: ["clipboard", "insert"],
    icon: "clipboard-paste",
    shortcuts: [{ key: "v", mod: true }],
    keys: "browser",
    changes: true,
    enabled: () => true,
    perform: async (store, context) => pasteClipped(store, await context.readClipboard(), context),
  },
  pasteInPlace: {
    label: "Paste in place",
    section: "Edit",
    keywords: ["same position", "here"],
    icon: "clipboard-paste",
    shortcuts: [{ key: "v", mod: true, shift: true }],
    keys: "browser",
    changes: true,
    enabled: () => true,
    perform: async (store, context) => pasteClipped(store, await context.readClipboard(), context, true),
  },
  copyStyle: {
    label: "Copy style",
    section: "Edit",
    keywords: ["properties", "look", "format painter", "appearance"],
    needs: "Select the one layer whose style to copy.",
    icon: "pipette",
    shortcuts: [{ key: "c", mod: true, alt: true }],
    keys: "editor",
    changes: false,
    enabled: (state) => state.selection.length === 1,
    perform: (store, { keepStyle }) => {
      const [layer] = selectedLayers(store.getState());
      if (layer) keepStyle(styleText(styleOf(layer)));
    },
  },
  pasteStyle: {
    label: "Paste style",
    section: "Edit",
    keywords: ["properties", "look", "format painter", "appearance"],
    needs: "Select the layers that should get the copied style.",
    icon: "paintbrush",
    shortcuts: [{ key: "v", mod: true, alt: true }],
    keys: "editor",
    changes: true,
    enabled: (state) => styledIds(state).length > 0,
    perform: (store, { keptStyle }) => {
      const style = readStyle(keptStyle());
      if (style === null) {
        store.notify({
          kind: "info",
          message: "No style is copied yet. Select a layer and copy its style first.",
        });
        return;
      }
      const ids = styledIds(store.getState());
      store.dispatch("Paste style", (doc) => pasteStyle(doc, { ids, style }));
    },
  },
} as const satisfies Record<string, Action>;
