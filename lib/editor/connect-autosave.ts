import type { Document } from "@/lib/template/schema";
import type { Adoption, Autosave } from "./autosave-contract";
import { ARRIVED } from "./step-name";
import type { EditorStore } from "./store";

const STEP_NAMES: Record<Adoption, string> = {
  recovered: "Restore unsaved work",
  theirs: "Take the other version",
  other: "Restore the other version",
  arrived: ARRIVED,
};

/** What autosave's `adopt` does: the document becomes an ordinary step, so undo brings the one before back. */
export function adoptInto(store: EditorStore): (document: Document, why: Adoption) => void {
  return (document, why) => {
    store.dispatch(STEP_NAMES[why], () => document, { of: "design", asIs: true });
  };
}

/** Tells autosave of every committed document; gestures under way are not saved. Answers how to stop. */
export function connectAutosave(store: EditorStore, autosave: Pick<Autosave, "change">): () => void {
  autosave.change(store.getState().design);
  return store.subscribe((state, before) => {
    if (state.design !== before.design) autosave.change(state.design);
  });
}
