import { freeIds } from "@/lib/editor/brand/free-ids";
import { type HitOptions, hitTest } from "@/lib/editor/hit-test";
import {
  doubleClickOn,
  holdsSelection,
  pressOn,
  releaseOn,
  type Selected,
  selectInMarquee,
  selectionFrame,
  unlockedIds,
} from "@/lib/editor/selection";
import { type EditorStore, shownDocument } from "@/lib/editor/store";
import { panBy, toDocument } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import type { Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { startDrawing } from "./draw-gesture";
import { cursorFor, type Grip, gripAt } from "./frame-handles";
import { dragGuide, guideAt } from "./guide-gesture";
import { measuresFrom } from "./measures";
import type { Keys, OwnDrag } from "./own-drag";
import { readoutText } from "./readout-text";
import { rectBetween } from "./rect-between";
import { resolutionOf } from "./resolution";
import type { StageUiStore } from "./stage-ui";
import { createTransformDrags, type TransformDrag } from "./transform-drag";

export type { Keys } from "./own-drag";

/** A pointer on the stage. `at` in screen px from the stage's top left. */
export type Press = Keys & { at: Point; button: number; touch: boolean };

/** Pointer travel that makes a drag of a press and, as a finger is never still, of a tap, screen px. */
const DRAG_DISTANCE = 3;
const TAP_DISTANCE = 8;
/** How near a thin layer has to be, screen px. */
const THIN_TOLERANCE = 5;

type Drag =
  | { kind: "pan"; last: Point }
  | { kind: "press"; start: Point; path: readonly Layer[] }
  /** A finger on something that is not selected: it selects when it is lifted and pans when it moves. */
  | { kind: "tap"; start: Point; path: readonly Layer[] }
  | { kind: "marquee"; start: Point; before: Selected; add: boolean }
  | { kind: "own"; own: OwnDrag }
  | TransformDrag;

export type PointerGestures = {
  down: (press: Press) => void;
  move: (at: Point, keys: Keys) => void;
  up: (at: Point, keys: Keys) => void;
  /** The pointer was taken away or Escape was pressed: everything is as it was. */
  cancel: () => void;
  leave: () => void;
  doubleClick: (at: Point) => void;
  /** Selects what is under a right click, unless it is selected. */
  contextMenu: (at: Point) => void;
  /** A press on a ruler: a guide comes out of it. */
  pullGuide: (axis: "x" | "y", at: Point) => void;
  /** Alt went down or up while the pointer stood still. */
  setAlt: (held: boolean) => void;
  /** While the space bar is held the pointer moves the view. */
  setPanning: (panning: boolean) => void;
  isBusy: () => boolean;
};

export type PointerOptions = {
  store: EditorStore;
  ui: StageUiStore;
  newId: () => string;
  canEdit: boolean;
  /** Height that a text takes in its width, px; null while its fonts are on their way. */
  flowHeight: (layer: Layer) => number | null;
  /** A layer that is no group was double-clicked. */
  open: (layer: Layer) => void;
};

/** The stage's pointer: what is under it, what a press takes hold of, and what a drag makes of it. */
export function createPointerGestures(options: PointerOptions): PointerGestures {
  const { store, ui, canEdit, open } = options;
  const transforms = createTransformDrags({ ...options, hidden: hiddenNow });
  let drag: Drag | null = null;
  let panning = false;
  /** Where the pointer hovers, for keys that change what is told of it. */
  let over: Point | null = null;

  const inDocument = (at: Point) => toDocument(store.getState().view, at);

  function pathAt(at: Point): Layer[] {
    const state = store.getState();
    return hitTest(shownDocument(state), inDocument(at), reach());
  }

  /** What a pointer can take hold of in the present view and preview. */
  function reach(): HitOptions {
    return { tolerance: THIN_TOLERANCE / store.getState().view.zoom, hidden: hiddenNow() };
  }

  /** Layers that the present preview leaves out. */
  function hiddenNow(): ReadonlySet<string> {
    const state = store.getState();
    return new Set(resolutionOf(state.document, state.sampleView).hidden);
  }

  function gripUnder(at: Point, touch = false): { grip: Grip; rotation: number } | null {
    const state = store.getState();
    if (!canEdit || state.editingTextId !== null) return null;
    const movable = freeIds(state, unlockedIds(state.document, state.selection), "position");
    const frame = movable.length === 0 ? null : selectionFrame(state.document, movable);
    const grip = frame && gripAt(frame, state.view, at, touch);
    return frame && grip ? { grip, rotation: frame.rotation } : null;
  }

  function followDrag(active: Drag, at: Point, keys: Keys): void {
    switch (active.kind) {
      case "pan":
        store.setView(panBy(store.getState().view, at.x - active.last.x, at.y - active.last.y));
        active.last = at;
        return;
      case "press": {
        if (Math.hypot(at.x - active.start.x, at.y - active.start.y) < DRAG_DISTANCE) return;
        const next = canEdit ? transforms.move(active.start, keys.alt) : null;
        drag = next;
        if (next) followDrag(next, at, keys);
        return;
      }
      case "tap":
        if (Math.hypot(at.x - active.start.x, at.y - active.start.y) < TAP_DISTANCE) return;
        drag = { kind: "pan", last: at };
        return;
      case "marquee": {
        const area = rectBetween(inDocument(active.start), inDocument(at));
        ui.setState({ marquee: area });
        const selected = selectInMarquee(store.getState().document, active.before, area, {
          add: active.add,
          hidden: hiddenNow(),
        });
        store.select(selected.selection, selected.enteredGroupId);
        return;
      }
      case "own":
        active.own.move(at, keys);
        return;
      case "transform": {
        const result = active.run(at, { shift: keys.shift, alt: keys.alt, free: keys.mod });
        store.preview(() => result.document, {
          guides: result.guides,
          ...(active.copies ? { select: active.copies } : {}),
        });
        ui.setState({ readout: { text: readoutText(result), at }, hoverId: null });
      }
    }
  }

  /** Guides are of the canvas, which stays as it is where content changes alone. */
  const mayGuide = () => canEdit && !store.getState().rights.contentOnly;

  /** The guide that a press would take hold of: handles lie above it, layers beneath. */
  function guideUnder(at: Point): number | null {
    const { document, view, aids } = store.getState();
    return mayGuide() && aids.rulers ? guideAt(document, view, at) : null;
  }

  function hover(at: Point, alt = false): void {
    const { tool, adding, enteredGroupId, document } = store.getState();
    over = at;
    const under = gripUnder(at);
    const guide = guideUnder(at);
    if (panning || tool === "hand") set({ hoverId: null, cursor: "grab" });
    else if (adding) set({ hoverId: null, cursor: "crosshair" });
    else if (under) set({ hoverId: null, cursor: cursorFor(under.grip, under.rotation) });
    else if (guide !== null) {
      set({ hoverId: null, cursor: document.guides[guide]?.axis === "x" ? "col-resize" : "row-resize" });
    } else {
      const [hoverId = null] = pressOn({ selection: [], enteredGroupId }, pathAt(at)).selection;
      set({ hoverId, cursor: "default" });
    }
    measure(alt);
  }

  /** While Alt is held, the distances from the selection to what is under the pointer, or to the canvas's edges. */
  function measure(alt: boolean): void {
    const { hoverId, measures } = ui.getState();
    const next = alt && over !== null && drag === null ? measuresFrom(store.getState(), hoverId) : [];
    if (next.length > 0 || measures.length > 0) ui.setState({ measures: next });
  }

  function set(next: { hoverId: string | null; cursor: string }): void {
    const now = ui.getState();
    if (now.hoverId !== next.hoverId || now.cursor !== next.cursor) ui.setState(next);
  }

  function settle(): void {
    drag = null;
    ui.setState({ marquee: null, readout: null, dragging: false, frameIds: null });
  }

  return {
    isBusy: () => drag !== null,
    down: (press) => {
      const state = store.getState();
      if (press.button === 1 || panning || state.tool === "hand") {
        drag = { kind: "pan", last: press.at };
        ui.setState({ cursor: "grabbing", hoverId: null });
        return;
      }
      if (press.button !== 0) return;
      ui.setState({ guide: null, measures: [] });
      if (state.adding && canEdit) {
        drag = { kind: "own", own: startDrawing(options, state.adding, press.at) };
        return;
      }
      const under = gripUnder(press.at, press.touch);
      if (under) {
        drag = transforms.grip(under.grip, press.at);
        return;
      }
      const guide = guideUnder(press.at);
      const axis = guide === null ? undefined : state.document.guides[guide]?.axis;
      if (guide !== null && axis) {
        store.select([]);
        ui.setState({ guide });
        drag = { kind: "own", own: dragGuide(store, ui, axis, guide) };
        return;
      }
      const path = pathAt(press.at);
      const plain = !press.shift && !press.mod;
      if (plain && holdsSelection(shownDocument(state), state.selection, inDocument(press.at), reach())) {
        drag = { kind: "press", start: press.at, path };
        return;
      }
      if (press.touch) {
        drag = { kind: "tap", start: press.at, path };
        return;
      }
      const selected = pressOn(state, path, { toggle: press.shift, deep: press.mod });
      store.select(selected.selection, selected.enteredGroupId);
      if (path.length > 0) drag = { kind: "press", start: press.at, path };
      else drag = { kind: "marquee", start: press.at, before: store.getState(), add: press.shift };
    },
    move: (at, keys) => {
      if (drag) followDrag(drag, at, keys);
      else hover(at, keys.alt);
    },
    up: (at, keys) => {
      const ended = drag;
      if (!ended) return;
      if (ended.kind === "press") {
        const state = store.getState();
        const selected = releaseOn(state, ended.path, { toggle: keys.shift, deep: keys.mod });
        store.select(selected.selection, selected.enteredGroupId);
      }
      if (ended.kind === "tap") {
        const selected = pressOn(store.getState(), ended.path);
        store.select(selected.selection, selected.enteredGroupId);
      }
      if (ended.kind === "own") ended.own.up(at, keys);
      if (ended.kind === "transform") store.commit();
      settle();
      hover(at);
    },
    cancel: () => {
      if (drag?.kind === "transform") store.cancel();
      if (drag?.kind === "own") drag.own.cancel();
      settle();
    },
    leave: () => {
      over = null;
      const { hoverId, measures } = ui.getState();
      if (!drag && (hoverId !== null || measures.length > 0)) ui.setState({ hoverId: null, measures: [] });
    },
    doubleClick: (at) => {
      const state = store.getState();
      if (panning || state.tool === "hand" || state.adding || gripUnder(at)) return;
      const result = doubleClickOn(state, pathAt(at));
      store.select(result.selection, result.enteredGroupId);
      const layer = result.opened === null ? undefined : findLayer(state.document, result.opened);
      if (layer) open(layer);
    },
    contextMenu: (at) => {
      const path = pathAt(at);
      const state = store.getState();
      const selected = pressOn(state, path);
      store.select(selected.selection, selected.enteredGroupId);
    },
    pullGuide: (axis, at) => {
      if (!mayGuide()) return;
      store.select([]);
      drag = { kind: "own", own: dragGuide(store, ui, axis, null) };
      followDrag(drag, at, { shift: false, alt: false, mod: false });
    },
    setAlt: measure,
    setPanning: (next) => {
      if (panning === next) return;
      panning = next;
      if (!drag) ui.setState({ cursor: next ? "grab" : "default" });
    },
  };
}
