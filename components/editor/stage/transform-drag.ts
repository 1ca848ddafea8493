import { freeIds } from "@/lib/editor/brand/free-ids";
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
    const free = freeIds({ document, rights: state.rights }, ids, "position");
    const transform = startTransform(document, free, {
      zoom: view.zoom,
      snapping,
      hidden: hidden(),
      aids: aidsSeen(state),
      flowHeight,
    });
    if (transform) store.begin(label, { onStage: true });
    return transform;
  }

  return {
    grip: (grip: Grip, at: Point): TransformDrag | null => {
      const { document, selection } = store.getState();
      const start = inDocument(at);
      const transform = begin(grip.kind === "resize" ? "Resize" : "Rotate", document, selection);
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
      const { document, selection } = store.getState();
      const copy = asCopy ? copiedLayers(document, selection, newId) : null;
      const transform = begin(
        copy ? "Duplicate" : "Move",
        copy?.document ?? document,
        copy?.ids ?? selection,
      );
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
