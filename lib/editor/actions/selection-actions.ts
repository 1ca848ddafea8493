import { entryOf } from "@/lib/template/registry";
import { findLayer } from "@/lib/template/tree";
import { type Selected, selectAll, selectInto, selectNext, selectOut } from "../selection";
import type { EditorState, EditorStore } from "../store";
import type { Action } from "./action";

const hasLayers = (state: EditorState) => state.document.layers.length > 0;

function show(store: EditorStore, selected: Selected | null): void {
  if (selected) store.select(selected.selection, selected.enteredGroupId);
}

export const selectionActions = {
  selectAll: {
    label: "Select all",
    keywords: ["everything"],
    section: "Selection",
    icon: "box-select",
    shortcuts: [{ key: "a", mod: true }],
    keys: "editor",
    changes: false,
    enabled: hasLayers,
    perform: (store) => {
      const { document, enteredGroupId } = store.getState();
      show(store, selectAll(document, enteredGroupId));
    },
  },
  deselect: {
    label: "Deselect",
    keywords: ["nothing", "none", "clear selection"],
    section: "Selection",
    icon: "x",
    shortcuts: [{ key: "escape" }],
    keys: "editor",
    changes: false,
    enabled: (state) =>
      state.gesture !== null ||
      state.adding !== null ||
      state.selection.length > 0 ||
      state.enteredGroupId !== null,
    perform: (store) => {
      const state = store.getState();
      if (state.gesture) store.cancel();
      else if (state.adding) store.setAdding(null);
      else show(store, selectOut(state.document, state));
    },
  },
  selectInside: {
    label: "Select inside the group",
    section: "Selection",
    icon: "square-dashed",
    shortcuts: [{ key: "enter" }],
    keys: "editor",
    changes: false,
    enabled: ({ document, selection }) => {
      const [id] = selection;
      const layer = id === undefined ? undefined : findLayer(document, id);
      return selection.length === 1 && layer !== undefined && entryOf(layer).holdsLayers;
    },
    perform: (store) => show(store, selectInto(store.getState().document, store.getState())),
  },
  selectNext: {
    label: "Select the next layer",
    section: "Selection",
    icon: "chevron-up",
    shortcuts: [{ key: "tab" }],
    keys: "editor",
    changes: false,
    enabled: (state) => selectNext(state.document, state, 1) !== null,
    perform: (store) => show(store, selectNext(store.getState().document, store.getState(), 1)),
  },
  selectPrevious: {
    label: "Select the previous layer",
    section: "Selection",
    icon: "chevron-down",
    shortcuts: [{ key: "tab", shift: true }],
    keys: "editor",
    changes: false,
    enabled: (state) => selectNext(state.document, state, -1) !== null,
    perform: (store) => show(store, selectNext(store.getState().document, store.getState(), -1)),
  },
} as const satisfies Record<string, Action>;
