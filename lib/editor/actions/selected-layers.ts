import { removeLayers } from "@/lib/template/commands/remove-layers";
import type { Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { freeIds } from "../brand/free-ids";
import { unlockedIds } from "../selection";
import type { EditorState, EditorStore } from "../store";

/** The selected layers in the order they were selected. */
export function selectedLayers({ document, selection }: EditorState): Layer[] {
  return selection.flatMap((id) => findLayer(document, id) ?? []);
}

/** The selected layers that may be taken away. */
export function removableIds(state: EditorState): string[] {
  return freeIds(state, unlockedIds(state.document, state.selection), "delete");
}

/** Takes the unlocked part of the selection away as one step. */
export function removeSelected(store: EditorStore, label: string): void {
  const ids = removableIds(store.getState());
  store.dispatch(label, (doc) => removeLayers(doc, { ids }));
}
