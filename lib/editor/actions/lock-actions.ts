import { ASPECTS } from "@/lib/template/aspects";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { Lock } from "@/lib/template/primitives";
import type { Layer } from "@/lib/template/schema";
import { unlockedIds } from "../selection";
import type { EditorState, EditorStore } from "../store";
import type { Action } from "./action";
import { selectedLayers } from "./selected-layers";

/** The locks with one more or one less, in the order people read them. */
export function toggledLock(locks: readonly Lock[], lock: Lock, on: boolean): Lock[] {
  return ASPECTS.filter((each) => (each === lock ? on : locks.includes(each)));
}

/** The selected layers that are not locked as a whole. */
function lockable(state: EditorState): Layer[] {
  const unlocked = new Set(unlockedIds(state.document, state.selection));
  return selectedLayers(state).filter(({ id }) => unlocked.has(id));
}

function allHave(state: EditorState, lock: Lock): boolean {
  const layers = lockable(state);
  return layers.length > 0 && layers.every(({ locks }) => locks.includes(lock));
}

function toggle(store: EditorStore, lock: Lock, label: string): void {
  const state = store.getState();
  const on = !allHave(state, lock);
  store.dispatch(`${on ? "Lock" : "Unlock"} ${label}`, (doc) =>
    lockable(state).reduce(
      (next, { id, locks }) =>
        setProperties(next, { ids: [id], values: { locks: toggledLock(locks, lock, on) } }),
      doc,
    ),
  );
}

function lockAction(lock: Lock, label: string): Action {
  return {
    label: `Lock ${label}`,
    labelNow: (state) => `${allHave(state, lock) ? "Unlock" : "Lock"} ${label}`,
    section: "Arrange",
    keywords: ["protect", "brand", "freeze", "unlock"],
    needs: "Select a layer first. Locks are set by owners and admins.",
    icon: "lock",
    shortcuts: [],
    keys: "editor",
    changes: true,
    enabled: (state) => state.rights.lock && lockable(state).length > 0,
    perform: (store) => toggle(store, lock, label),
  };
}

export const lockActions = {
  lockPosition: lockAction("position", "position"),
  lockStyle: lockAction("style", "style"),
  lockContent: lockAction("content", "content"),
  lockDelete: lockAction("delete", "against deleting"),
} as const satisfies Record<string, Action>;
