import { createStore, type StoreApi } from "zustand";
import type { Guide } from "@/lib/editor/snapping";
import type { Point, Rect } from "@/lib/template/geometry";

/** What the stage shows while the pointer is on it: of no interest to the document. */
export type StageUi = {
  /** Layer under the pointer that a click would select. */
  readonly hoverId: string | null;
  /** Area being drawn to select, canvas px. */
  readonly marquee: Rect | null;
  /** What a drag does right now, such as `320 × 180`; `at` in screen px. */
  readonly readout: { readonly text: string; readonly at: Point } | null;
  readonly cursor: string;
  /** Guide that is selected, as its place in the document's list. */
  readonly guide: number | null;
  /** Distances shown while Alt is held. */
  readonly measures: readonly Guide[];
  /** Layers that carry the frame instead of the selection, while a copy is dragged off. */
  readonly frameIds: readonly string[] | null;
  /** A drag of layers is under way: the frame's handles step aside. */
  readonly dragging: boolean;
  /** A file is held over the canvas: what letting it go does, or why it is not taken. */
  readonly dropping: { readonly words: string; readonly isTaken: boolean } | null;
};

export type StageUiStore = StoreApi<StageUi>;

export function createStageUi(): StageUiStore {
  return createStore<StageUi>(() => ({
    hoverId: null,
    marquee: null,
    readout: null,
    cursor: "default",
    guide: null,
    measures: [],
    frameIds: null,
    dragging: false,
    dropping: null,
  }));
}
