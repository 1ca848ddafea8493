import { setCanvas } from "@/lib/template/commands/set-canvas";
import { mainPaint, setMainColor } from "@/lib/template/commands/set-main-color";
import { findLayer } from "@/lib/template/tree";
import { freeIds } from "../brand/free-ids";
import { unlockedIds } from "../selection";
import type { EditorState } from "../store";
import type { Action } from "./action";

/** The image layer that is selected alone and may be changed. */
function imageToCrop(state: EditorState): string | null {
  const { document, selection } = state;
  const [id, ...others] = freeIds(state, unlockedIds(document, selection), "content");
  if (id === undefined || others.length > 0 || selection.length > 1) return null;
  return findLayer(document, id)?.type === "image" ? id : null;
}

/** The selected layers that have a colour and may be changed. */
function coloured(state: EditorState): string[] {
  const { document, selection } = state;
  return freeIds(state, unlockedIds(document, selection), "style").filter((id) => {
    const layer = findLayer(document, id);
    return layer !== undefined && mainPaint(layer) !== null;
  });
}

export const toolActions = {
  cropPicture: {
    label: "Crop picture",
    section: "Edit",
    icon: "crop",
    shortcuts: [],
    keys: "editor",
    changes: true,
    content: true,
    enabled: (state) => imageToCrop(state) !== null,
    perform: (store, { cropPicture }) => {
      const id = imageToCrop(store.getState());
      if (id !== null) cropPicture(id);
    },
  },
  pickColor: {
    label: "Pick a colour",
    section: "Edit",
    icon: "pipette",
    shortcuts: [{ key: "i" }],
    keys: "editor",
    changes: true,
    enabled: (state) => state.selection.length === 0 || coloured(state).length > 0,
    perform: async (store, { pickColor }) => {
      const { selection } = store.getState();
      const ids = coloured(store.getState());
      const color = await pickColor();
      if (color === null) return;
      store.dispatch("Pick a colour", (doc) =>
        selection.length === 0
          ? setCanvas(doc, { background: { kind: "solid", color } })
          : setMainColor(doc, { ids, color }),
      );
    },
  },
} as const satisfies Record<string, Action>;
