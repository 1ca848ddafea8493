import { moveLayers } from "@/lib/template/commands/move-layers";
import { resizeLayers } from "@/lib/template/commands/resize-layers";
import { rotateLayers } from "@/lib/template/commands/rotate-layers";
import { applyToVector, centreOf, type Point, rotationAbout } from "@/lib/template/geometry";
import type { Document } from "@/lib/template/schema";
import { freeIds } from "../brand/free-ids";
import { selectionFrame, unlockedIds } from "../selection";
import type { Shortcut } from "../shortcuts";
import type { EditorState, EditorStore } from "../store";
import { ROTATION_STEP } from "../transform-gesture";
import type { Action, IconName } from "./action";

/** Small and large step of the arrow keys, px. */
const STEP = 1;
const LARGE_STEP = 10;

/** The selected layers that may stand elsewhere. */
function placeableIds(state: EditorState): string[] {
  return freeIds(state, unlockedIds(state.document, state.selection), "position");
}

/** An action that changes the unlocked part of the selection; a run of the same key is one undo step. */
function step(
  label: string,
  stepName: string,
  icon: IconName,
  shortcut: Shortcut,
  change: (document: Document, ids: readonly string[]) => Document,
): Action {
  return {
    label,
    section: "Arrange",
    icon,
    shortcuts: [shortcut],
    keys: "editor",
    changes: true,
    enabled: (state) => placeableIds(state).length > 0,
    perform: (store: EditorStore) => {
      const ids = placeableIds(store.getState());
      store.dispatch(stepName, (doc) => change(doc, ids), { merge: `${stepName} ${ids.join(" ")}` });
    },
  };
}

function nudge(label: string, icon: IconName, key: string, direction: Point, distance: number): Action {
  return step(label, "Move", icon, { key, ...(distance === LARGE_STEP && { shift: true }) }, (doc, ids) =>
    moveLayers(doc, { ids, dx: direction.x * distance, dy: direction.y * distance }),
  );
}

function turn(label: string, icon: IconName, key: string, degrees: number): Action {
  const large = Math.abs(degrees) === ROTATION_STEP;
  return step(label, "Rotate", icon, { key, ...(large && { shift: true }) }, (doc, ids) => {
    const frame = selectionFrame(doc, ids);
    return frame ? rotateLayers(doc, { ids, degrees, pivot: centreOf(frame) }) : doc;
  });
}

/** Pulls the right or the bottom side, in the frame the selection is turned to. */
function stretch(label: string, icon: IconName, key: string, direction: Point, distance: number): Action {
  const shortcut = { key, mod: true, ...(distance === LARGE_STEP && { shift: true }) };
  return step(label, "Resize", icon, shortcut, (doc, ids) => {
    const rotation = selectionFrame(doc, ids)?.rotation ?? 0;
    const pull = { x: direction.x * distance, y: direction.y * distance };
    const { x, y } = applyToVector(rotationAbout({ x: 0, y: 0 }, rotation), pull);
    return resizeLayers(doc, { ids, handle: direction.x === 0 ? "s" : "e", dx: x, dy: y });
  });
}

const LEFT: Point = { x: -1, y: 0 };
const RIGHT: Point = { x: 1, y: 0 };
const UP: Point = { x: 0, y: -1 };
const DOWN: Point = { x: 0, y: 1 };

export const keyboardTransformActions = {
  nudgeLeft: nudge("Move left", "arrow-left", "arrowleft", LEFT, STEP),
  nudgeRight: nudge("Move right", "arrow-right", "arrowright", RIGHT, STEP),
  nudgeUp: nudge("Move up", "arrow-up", "arrowup", UP, STEP),
  nudgeDown: nudge("Move down", "arrow-down", "arrowdown", DOWN, STEP),
  nudgeLeftFar: nudge("Move left by 10", "arrow-left", "arrowleft", LEFT, LARGE_STEP),
  nudgeRightFar: nudge("Move right by 10", "arrow-right", "arrowright", RIGHT, LARGE_STEP),
  nudgeUpFar: nudge("Move up by 10", "arrow-up", "arrowup", UP, LARGE_STEP),
  nudgeDownFar: nudge("Move down by 10", "arrow-down", "arrowdown", DOWN, LARGE_STEP),
  rotateLeft: turn("Rotate left by 1°", "rotate-ccw", ",", -1),
  rotateRight: turn("Rotate right by 1°", "rotate-cw", ".", 1),
  rotateLeftFar: turn("Rotate left by 15°", "rotate-ccw", ",", -ROTATION_STEP),
  rotateRightFar: turn("Rotate right by 15°", "rotate-cw", ".", ROTATION_STEP),
  makeNarrower: stretch("Make narrower", "move-horizontal", "arrowleft", LEFT, STEP),
  makeWider: stretch("Make wider", "move-horizontal", "arrowright", RIGHT, STEP),
  makeShorter: stretch("Make shorter", "move-vertical", "arrowup", UP, STEP),
  makeTaller: stretch("Make taller", "move-vertical", "arrowdown", DOWN, STEP),
  makeNarrowerFar: stretch("Make narrower by 10", "move-horizontal", "arrowleft", LEFT, LARGE_STEP),
  makeWiderFar: stretch("Make wider by 10", "move-horizontal", "arrowright", RIGHT, LARGE_STEP),
  makeShorterFar: stretch("Make shorter by 10", "move-vertical", "arrowup", UP, LARGE_STEP),
  makeTallerFar: stretch("Make taller by 10", "move-vertical", "arrowdown", DOWN, LARGE_STEP),
} as const satisfies Record<string, Action>;
