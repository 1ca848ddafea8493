import type { Action } from "./action";

export const historyActions = {
  undo: {
    label: "Undo",
    keywords: ["back", "revert"],
    needs: "There is nothing to take back.",
    section: "Edit",
    icon: "undo-2",
    shortcuts: [{ key: "z", mod: true }],
    keys: "editor",
    changes: true,
    content: true,
    enabled: (state) => state.history.canUndo || state.gesture !== null,
    perform: (store) => store.undo(),
  },
  redo: {
    label: "Redo",
    keywords: ["again", "forward"],
    needs: "There is nothing to do again.",
    section: "Edit",
    icon: "redo-2",
    shortcuts: [
      { key: "z", mod: true, shift: true },
      { key: "y", mod: true },
    ],
    keys: "editor",
    changes: true,
    content: true,
    enabled: (state) => state.history.canRedo,
    perform: (store) => store.redo(),
  },
} as const satisfies Record<string, Action>;
