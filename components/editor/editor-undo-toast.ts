import { undoToast } from "@/components/ui/undo-toast";
import type { EditorStore } from "@/lib/editor/store";

/** Says what the last step did to the template and offers to take it back, until there is another step. */
export function editorUndoToast(store: EditorStore, words: string): void {
  undoToast(words, { store, made: ({ design }) => design, undo: () => store.undo() });
}
