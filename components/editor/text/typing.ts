import { createStore, type StoreApi } from "zustand";
import { type EditorStore, shownDocument } from "@/lib/editor/store";
import { addField } from "@/lib/template/commands/field-commands";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import { placeholderKeys } from "@/lib/template/placeholders";
import { toPlainText, withoutDirection } from "@/lib/template/plain-text";
import { findLayer } from "@/lib/template/tree";
import { labelFromKey, newField } from "../fields/new-field";
import { replaceRange, styleRange, type TextRange, textOfRuns } from "./text-runs";

/** Where the caret or the selection stands in the text layer that is typed in; null while nobody types. */
export type TypingStore = StoreApi<{ readonly range: TextRange | null }>;

export function createTypingStore(): TypingStore {
  return createStore(() => ({ range: null }));
}

const STEP = "Edit text";

/** The text layer that is typed in, as it stands now; null when there is none. */
export function typedLayer(store: EditorStore): TextLayer | null {
  const state = store.getState();
  const layer =
    state.editingTextId === null ? undefined : findLayer(shownDocument(state), state.editingTextId);
  return layer?.type === "text" ? layer : null;
}

/** Everything typed in one session is one gesture, so it is one undo step. */
export function setTypedRuns(store: EditorStore, layer: TextLayer, runs: TextLayer["runs"]): void {
  if (store.getState().gesture?.label !== STEP) store.begin(STEP);
  store.preview((document) => setProperties(document, { ids: [layer.id], values: { runs } }));
}

/** Puts text in place of the selection, the caret after it. */
export function typeText(store: EditorStore, typing: TypingStore, text: string, over?: TextRange): void {
  const layer = typedLayer(store);
  const range = over ?? typing.getState().range;
  if (!layer || !range) return;
  const fit = withoutDirection(toPlainText(text));
  setTypedRuns(store, layer, replaceRange(layer.runs, range, fit));
  if (fit.includes("}")) addTypedFields(store, textOfRuns(layer.runs));
  const caret = range.start + fit.length;
  typing.setState({ range: { start: caret, end: caret } });
}

/** A placeholder that was just finished, typed or pasted whole, makes its field where there is none. */
function addTypedFields(store: EditorStore, textBefore: string): void {
  const layer = typedLayer(store);
  if (!layer) return;
  const before = new Set(placeholderKeys(textBefore));
  for (const key of placeholderKeys(textOfRuns(layer.runs))) {
    const { fields } = shownDocument(store.getState());
    if (before.has(key) || fields.some((field) => field.key === key)) continue;
    // A step of its own: what was typed so far is one, and so is what follows.
    const field = newField(fields, { key, label: labelFromKey(key), type: "text" });
    store.dispatch("Add field", (document) => addField(document, { field }));
  }
}

/** Lays a style over the selected stretch; answers false when no stretch is selected. */
export function styleTyped(store: EditorStore, typing: TypingStore, change: Partial<TextStyle>): boolean {
  const layer = typedLayer(store);
  const range = typing.getState().range;
  if (!layer || !range || range.start === range.end) return false;
  setTypedRuns(store, layer, styleRange(layer.runs, range, change, layer.style));
  return true;
}

/**
 * Ends typing: what was typed becomes one step. A text left empty takes its layer along, since nobody could find
 * it again; one that has a phrase for missing data stays.
 */
export function endTyping(store: EditorStore, id: string): void {
  const state = store.getState();
  if (state.gesture?.label !== STEP) return;
  const layer = findLayer(state.gesture.document, id);
  const isEmpty =
    layer?.type === "text" && textOfRuns(layer.runs).trim() === "" && layer.phraseFallback === "";
  if (isEmpty) store.preview((document) => removeLayers(document, { ids: [id] }));
  store.commit();
}
