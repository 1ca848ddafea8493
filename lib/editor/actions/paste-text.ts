import { type Pasted, pasteClip, pastePlainText, readClip } from "../clipboard";
import type { EditorStore } from "../store";
import { viewportCentre } from "../view";
import { tellIfFull } from "./tell-if-full";

/**
 * Pastes clipboard text: copied layers as layers, any other text as a text layer. Call it from the browser's
 * paste event too. Blank text does nothing.
 */
export function pasteText(store: EditorStore, text: string, newId: () => string): void {
  if (text.trim() === "") return;
  const { document, view, viewport, enteredGroupId } = store.getState();
  const options = { newId, parentId: enteredGroupId, centre: viewportCentre(view, viewport) };
  const clip = readClip(text);
  const pasted: Pasted = clip ? pasteClip(document, clip, options) : pastePlainText(document, text, options);
  if (pasted.ids.length === 0) {
    tellIfFull(store, false);
    return;
  }
  if (!clip) store.select([], null);
  store.dispatch("Paste", () => pasted.document, { select: pasted.ids });
}
