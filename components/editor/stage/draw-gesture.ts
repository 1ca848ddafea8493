import { orFull } from "@/lib/editor/actions/or-full";
import type { AddTool } from "@/lib/editor/add-tool";
import { type NewPlace, newLayerAt } from "@/lib/editor/new-layer";
import type { EditorStore } from "@/lib/editor/store";
import { toDocument } from "@/lib/editor/view";
import { addLayers } from "@/lib/template/commands/add-layers";
import type { Point } from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import type { OwnDrag } from "./own-drag";
import type { StageUiStore } from "./stage-ui";

/** Pointer travel that makes a drag of a press, screen px. */
const DRAG_DISTANCE = 3;

export type DrawOptions = {
  store: EditorStore;
  ui: StageUiStore;
  newId: () => string;
};

/** Places what the tool makes: in its own size where the pointer is pressed, or as large as the pointer draws it. */
export function startDrawing({ store, ui, newId }: DrawOptions, tool: AddTool, start: Point): OwnDrag {
  const id = newId();
  const label = `Add ${tool.label.toLowerCase()}`;
  const inDocument = (at: Point) => toDocument(store.getState().view, at);
  let drawing = false;

  const put = (place: NewPlace) =>
    orFull((document) => addLayers(document, { layers: [newLayerAt(document, tool, id, place)] }));

  return {
    move: (at, keys) => {
      if (!drawing && Math.hypot(at.x - start.x, at.y - start.y) < DRAG_DISTANCE) return;
      if (!drawing) store.begin(label, { onStage: true });
      drawing = true;
      const [from, to] = [inDocument(start), inDocument(at)];
      store.preview(put({ from, to, square: keys.shift, fromCentre: keys.alt }), { select: [id] });
      const layer = store.getState().gesture?.document.layers.find((each) => each.id === id);
      const text = layer ? `${Math.round(layer.width)} × ${Math.round(layer.height)}` : "";
      ui.setState({ frameIds: [id], readout: { text, at }, hoverId: null });
    },
    up: () => {
      if (drawing) store.commit();
      else store.dispatch(label, put({ at: inDocument(start) }), { select: [id] });
      const { document } = store.getState();
      store.setAdding(null);
      const layer = document.layers.find((each) => each.id === id);
      if (!layer) return;
      store.select([id], null);
      if (entryOf(layer).flows) store.editText(id);
    },
    cancel: () => {
      if (drawing) store.cancel();
      store.setAdding(null);
    },
  };
}
