import { setCanvas } from "@/lib/template/commands/set-canvas";
import { mainPaint, setMainColor } from "@/lib/template/commands/set-main-color";
import { findLayer } from "@/lib/template/tree";
import { unlockedIds } from "../selection";
import type { EditorState } from "../store";
import type { Action } from "./action";

/** The image layer that is selected alone and may be changed. */
function imageToCrop({ document, selection }: EditorState): string | null {
  const [id, ...others] = unlockedIds(document, selection);
  if (id === undefined || others.length > 0 || selection.length > 1) return null;
  return findLayer(document, id)?.type === "image" ? id : null;
}

/** The selected layers that have a colour and may be changed. */
function coloured({ document, selection }: EditorState): string[] {
  return unlockedIds(document, selection).filter((id) => {
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
