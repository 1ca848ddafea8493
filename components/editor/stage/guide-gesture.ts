import { snapTargets } from "@/lib/editor/snap-targets";
import { createSnapper, SNAP_DISTANCE } from "@/lib/editor/snapping";
import type { EditorStore } from "@/lib/editor/store";
import { toDocument, toScreen, type View } from "@/lib/editor/view";
import { addGuide, moveGuide, removeGuide } from "@/lib/template/commands/guide-commands";
import type { Point } from "@/lib/template/geometry";
import type { Guide } from "@/lib/template/primitives";
import type { Document } from "@/lib/template/schema";
import type { OwnDrag } from "./own-drag";
import type { StageUiStore } from "./stage-ui";

/** Breadth of the rulers, screen px. */
export const RULER = 20;
/** How near to a guide the pointer takes hold of it, screen px. */
const REACH = 4;

/** The guide under the pointer, as its place in the list; null for none. The last drawn lies on top. */
export function guideAt({ guides }: Document, view: View, at: Point): number | null {
  const index = guides.findLastIndex(({ axis, at: place }) => {
    return Math.abs(toScreen(view, { x: place, y: place })[axis] - at[axis]) <= REACH;
  });
  return index < 0 ? null : index;
}

/** A drag of a guide: of a new one that comes out of a ruler, or of one that is there. Back on the ruler it is gone. */
export function dragGuide(
  store: EditorStore,
  ui: StageUiStore,
  axis: Guide["axis"],
  index: number | null,
): OwnDrag {
  const { document, snapping } = store.getState();
  const snapper = snapping ? createSnapper(snapTargets(document, []), document) : null;
  let dragging = false;

  /** A whole pixel, or the edge or middle of a layer that is near. */
  function placeOf(at: Point, free: boolean): number {
    const { view } = store.getState();
    const wanted = toDocument(view, at)[axis];
    const box = { x: wanted, y: wanted, width: 0, height: 0 };
    const edges = {
      x: axis === "x" ? ("start" as const) : null,
      y: axis === "y" ? ("start" as const) : null,
    };
    const snap = free ? null : snapper?.resize(box, edges, SNAP_DISTANCE / view.zoom);
    const shift = axis === "x" ? snap?.dx : snap?.dy;
    return shift ? Math.round((wanted + shift) * 100) / 100 : Math.round(wanted);
  }

  return {
    move: (at, keys) => {
      if (!dragging) store.begin(index === null ? "Add guide" : "Move guide", { onStage: true });
      dragging = true;
      const isBack = at[axis] < RULER;
      const place = placeOf(at, keys.mod);
      store.preview((start) => {
        if (index === null) return isBack ? start : addGuide(start, { guide: { axis, at: place } });
        return isBack ? removeGuide(start, { index }) : moveGuide(start, { index, at: place });
      });
      ui.setState({
        guide: isBack ? null : (index ?? document.guides.length),
        readout: { text: isBack ? "No guide" : `${place} px`, at },
        hoverId: null,
        cursor: axis === "x" ? "col-resize" : "row-resize",
      });
    },
    up: () => {
      if (dragging) store.commit();
      const { guides } = store.getState().document;
      const now = ui.getState().guide;
      if (now !== null && guides[now] === undefined) ui.setState({ guide: null });
    },
    cancel: () => {
      if (dragging) store.cancel();
      ui.setState({ guide: null });
    },
  };
}
