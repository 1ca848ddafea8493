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
import {
  startTransform,
  type Transform,
  type TransformKeys,
  type TransformResult,
} from "@/lib/editor/transform-gesture";
import { panBy, toDocument } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { copiedLayers } from "./copied-layers";
import { cursorFor, type Grip, gripAt } from "./frame-handles";
import { readoutText } from "./readout-text";
import { rectBetween } from "./rect-between";
import { resolutionOf } from "./resolution";
import type { StageUiStore } from "./stage-ui";

/** A pointer on the stage. `at` in screen px from the stage's top left. */
export type Press = Keys & { at: Point; button: number; touch: boolean };
export type Keys = { shift: boolean; alt: boolean; mod: boolean };

/** Pointer travel that makes a drag of a press, screen px. */
const DRAG_DISTANCE = 3;
/** A finger is never still; travel that makes a drag of a tap, screen px. */
const TAP_DISTANCE = 8;
/** How near a thin layer has to be, screen px. */
const THIN_TOLERANCE = 5;

type Drag =
  | { kind: "pan"; last: Point }
  | { kind: "press"; start: Point; path: readonly Layer[] }
  /** A finger on something that is not selected: it selects when it is lifted and pans when it moves. */
  | { kind: "tap"; start: Point; path: readonly Layer[] }
  | { kind: "marquee"; start: Point; before: Selected; add: boolean }
  | {
      kind: "transform";
      start: Point;
      run: (at: Point, keys: TransformKeys) => TransformResult;
      copies: string[] | null;
    };

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
  /** While the space bar is held the pointer moves the view. */
  setPanning: (panning: boolean) => void;
  isBusy: () => boolean;
};

export type PointerOptions = {
  store: EditorStore;
  ui: StageUiStore;
  newId: () => string;
  canEdit: boolean;
  /** A layer that is no group was double-clicked. */
  open: (layer: Layer) => void;
  announce: (message: string) => void;
};

/** The stage's pointer: what is under it, what a press takes hold of, and what a drag makes of it. */
export function createPointerGestures(options: PointerOptions): PointerGestures {
  const { store, ui, newId, canEdit, open, announce } = options;
  let drag: Drag | null = null;
  let panning = false;

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
    const movable = unlockedIds(state.document, state.selection);
    const frame = movable.length === 0 ? null : selectionFrame(state.document, movable);
    const grip = frame && gripAt(frame, state.view, at, touch);
    return frame && grip ? { grip, rotation: frame.rotation } : null;
  }

  function begin(label: string, document: Document, ids: readonly string[]): Transform | null {
    const { view, snapping } = store.getState();
    const transform = startTransform(document, ids, { zoom: view.zoom, snapping, hidden: hiddenNow() });
    if (transform) store.begin(label, { onStage: true });
    return transform;
  }

  function startGrip(grip: Grip, at: Point): Drag | null {
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
  }

  function startMove(from: Point, asCopy: boolean): Drag | null {
    const { document, selection } = store.getState();
    const copy = asCopy ? copiedLayers(document, selection, newId) : null;
    const transform = begin(copy ? "Duplicate" : "Move", copy?.document ?? document, copy?.ids ?? selection);
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
  }

  function followDrag(active: Drag, at: Point, keys: Keys): void {
    switch (active.kind) {
      case "pan":
        store.setView(panBy(store.getState().view, at.x - active.last.x, at.y - active.last.y));
        active.last = at;
        return;
      case "press": {
        if (Math.hypot(at.x - active.start.x, at.y - active.start.y) < DRAG_DISTANCE) return;
        const next = canEdit ? startMove(active.start, keys.alt) : null;
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

  function hover(at: Point): void {
    const { tool, enteredGroupId } = store.getState();
    const under = gripUnder(at);
    if (panning || tool === "hand") set({ hoverId: null, cursor: "grab" });
    else if (under) set({ hoverId: null, cursor: cursorFor(under.grip, under.rotation) });
    else {
      const [hoverId = null] = pressOn({ selection: [], enteredGroupId }, pathAt(at)).selection;
      set({ hoverId, cursor: "default" });
    }
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
      const under = gripUnder(press.at, press.touch);
      if (under) {
        drag = startGrip(under.grip, press.at);
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
      else hover(at);
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
      if (ended.kind === "transform") {
        const said = ui.getState().readout?.text;
        store.commit();
        if (said) announce(said);
      }
      settle();
      hover(at);
    },
    cancel: () => {
      if (drag?.kind === "transform") store.cancel();
      settle();
    },
    leave: () => {
      if (!drag) ui.setState({ hoverId: null });
    },
    doubleClick: (at) => {
      const state = store.getState();
      if (panning || state.tool === "hand" || gripUnder(at)) return;
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
    setPanning: (next) => {
      if (panning === next) return;
      panning = next;
      if (!drag) ui.setState({ cursor: next ? "grab" : "default" });
    },
  };
}
