import { FULL } from "@/lib/editor/actions/or-full";
import { CONTENT_ONLY, freeIds } from "@/lib/editor/brand/free-ids";
import { unlockedIds } from "@/lib/editor/selection";
import type { SnapAids } from "@/lib/editor/snapping";
import type { EditorState, EditorStore } from "@/lib/editor/store";
import {
  startTransform,
  type Transform,
  type TransformKeys,
  type TransformResult,
} from "@/lib/editor/transform-gesture";
import { toDocument } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import type { Document, Layer } from "@/lib/template/schema";
import { copiedLayers } from "./copied-layers";
import type { Grip } from "./frame-handles";
import type { StageUiStore } from "./stage-ui";

export type TransformDrag = {
  kind: "transform";
  start: Point;
  run: (at: Point, keys: TransformKeys) => TransformResult;
  copies: string[] | null;
};

export type TransformDragOptions = {
  store: EditorStore;
  ui: StageUiStore;
  newId: () => string;
  /** Layers that the present preview leaves out. */
  hidden: () => ReadonlySet<string>;
  flowHeight: (layer: Layer) => number | null;
};

/** Drags of the selection: by a handle of its frame, or of itself; with `asCopy` of a copy of it. */
export function createTransformDrags({ store, ui, newId, hidden, flowHeight }: TransformDragOptions) {
  const inDocument = (at: Point) => toDocument(store.getState().view, at);

  function begin(label: string, document: Document, ids: readonly string[]): Transform | null {
    const state = store.getState();
    const { view, snapping } = state;
    const transform = startTransform(document, ids, {
      zoom: view.zoom,
      snapping,
      hidden: hidden(),
      aids: aidsSeen(state),
      flowHeight,
    });
    if (transform) store.begin(label, { onStage: true });
    return transform;
  }

  /** Copies come to lie where they are dragged, whatever keeps the layers they are of; null, and a word, without any. */
  function copyToDrag() {
    const state = store.getState();
    const ids = unlockedIds(state.document, state.selection);
    if (ids.length === 0) return null;
    const { contentOnly } = state.rights;
    const copy = contentOnly ? null : copiedLayers(state, ids, newId);
    if (!copy) store.notify({ kind: "error", message: contentOnly ? CONTENT_ONLY : FULL });
    return copy;
  }

  return {
    grip: (grip: Grip, at: Point): TransformDrag | null => {
      const state = store.getState();
      const start = inDocument(at);
      const free = freeIds(state, state.selection, "position");
      const transform = begin(grip.kind === "resize" ? "Resize" : "Rotate", state.document, free);
      if (!transform) return null;
      return {
        kind: "transform",
        start: at,
        copies: null,
        run: (now, keys) => {
          const to = inDocument(now);
          return grip.kind === "resize"
            ? transform.resize(grip.handle, { x: to.x - start.x, y: to.y - start.y }, keys)
            : transform.rotate(start, to, keys);
        },
      };
    },
    move: (from: Point, asCopy: boolean): TransformDrag | null => {
      const copy = asCopy ? copyToDrag() : null;
      if (asCopy && !copy) return null;
      const state = store.getState();
      const transform = copy
        ? begin("Duplicate", copy.document, copy.ids)
        : begin("Move", state.document, freeIds(state, state.selection, "position"));
      if (!transform) return null;
      const start = inDocument(from);
      ui.setState({ dragging: true, frameIds: copy?.ids ?? null });
      return {
        kind: "transform",
        start: from,
        copies: copy?.ids ?? null,
        run: (now, keys) => {
          const to = inDocument(now);
          return transform.move({ x: to.x - start.x, y: to.y - start.y }, keys);
        },
      };
    },
  };
}

/** Nothing snaps to what is not seen. */
function aidsSeen({ aids, document }: EditorState): SnapAids {
  return {
    ...(aids.rulers && { guides: document.guides }),
    ...(aids.grid && { grid: aids.gridStep }),
  };
}
