import { createStore, type StoreApi } from "zustand";
import { type EditorStore, shownDocument } from "@/lib/editor/store";
import { addField } from "@/lib/template/commands/field-commands";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { labelFromKey } from "@/lib/template/label-from-key";
import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { placeholderKeys } from "@/lib/template/placeholders";
import { toPlainText, withoutDirection } from "@/lib/template/plain-text";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import type { Change } from "../controls/change";
import { cutNote, cutToFit } from "../controls/cut-to-fit";
import { newField } from "../fields/new-field";
import { differenceOf, replaceRange, styleRange, type TextRange, textOfRuns } from "./text-runs";

type Runs = TextLayer["runs"];

export type Typing = {
  /** Where the caret or the selection stands in the text layer that is typed in; null while nobody types. */
  readonly range: TextRange | null;
  /** How the next letter looks, when that was chosen at a caret: it is for this place alone. */
  readonly pending: Partial<TextStyle> | null;
  /** The text before each change since the last step of the document, and what was taken back of them. */
  readonly past: readonly Runs[];
  readonly future: readonly Runs[];
  /** The design when typing began: undo while typing goes no further back. */
  readonly began: Document | null;
  /** Steps of the document that were taken back while typing and can be done again. */
  readonly undone: number;
};

export type TypingStore = StoreApi<Typing>;

/** Changes that can be taken back one by one while typing. */
const MOST_CHANGES = 200;

const NOT_TYPING: Typing = { range: null, pending: null, past: [], future: [], began: null, undone: 0 };

export function createTypingStore(): TypingStore {
  return createStore(() => NOT_TYPING);
}

const STEP = "Edit text";

/** The text layer that is typed in, as it stands now; null when there is none. */
export function typedLayer(store: EditorStore): TextLayer | null {
  const state = store.getState();
  const layer =
    state.editingTextId === null ? undefined : findLayer(shownDocument(state), state.editingTextId);
  return layer?.type === "text" ? layer : null;
}

/** Begins typing with this stretch selected. */
export function beginTyping(store: EditorStore, typing: TypingStore, range: TextRange): void {
  typing.setState({ ...NOT_TYPING, range, began: store.getState().design });
}

/** Everything typed between two other steps is one gesture, so it is one undo step. */
export function setTypedRuns(store: EditorStore, layer: TextLayer, runs: Runs): void {
  if (store.getState().gesture?.label !== STEP) store.begin(STEP);
  store.preview((document) => setProperties(document, { ids: [layer.id], values: { runs } }));
}

/** Keeps the text as it is now, so that the change that follows can be taken back. */
export function rememberRuns(store: EditorStore, typing: TypingStore): void {
  const layer = typedLayer(store);
  if (!layer) return;
  const past = [...typing.getState().past, layer.runs].slice(-MOST_CHANGES);
  typing.setState({ past, future: [], undone: 0 });
}

/**
 * Puts text in place of the selection, the caret after it. Answers what is to be said of a text that did not fit
 * whole, else null.
 */
export function typeText(
  store: EditorStore,
  typing: TypingStore,
  text: string,
  over?: TextRange,
): string | null {
  const layer = typedLayer(store);
  const { range: selected, pending } = typing.getState();
  const range = over ?? selected;
  if (!layer || !range) return null;
  const whole = textOfRuns(layer.runs);
  const given = withoutDirection(toPlainText(text));
  const fit = cutToFit(given, LIMITS.layerText - (whole.length - (range.end - range.start)));
  const end = range.start + fit.length;
  const typed = replaceRange(layer.runs, range, fit);
  const runs =
    pending && fit !== "" ? styleRange(typed, { start: range.start, end }, pending, layer.style) : typed;
  rememberRuns(store, typing);
  setTypedRuns(store, layer, runs);
  if (fit.includes("}")) addTypedFields(store, whole);
  typing.setState({ range: { start: end, end }, pending: null });
  return cutNote(given, fit);
}

/** A placeholder that was just finished, typed or pasted whole, makes its field where there is none. */
function addTypedFields(store: EditorStore, textBefore: string): void {
  const layer = typedLayer(store);
  if (!layer || store.getState().rights.contentOnly) return;
  const before = new Set(placeholderKeys(textBefore));
  for (const key of placeholderKeys(textOfRuns(layer.runs))) {
    const { fields } = shownDocument(store.getState());
    if (before.has(key) || fields.some((field) => field.key === key)) continue;
    // A step of its own: what was typed so far is one, and so is what follows.
    const field = newField(fields, { key, label: labelFromKey(key), type: "text" });
    store.dispatch("Add field", (document) => addField(document, { field }));
  }
}

export type StyleTyped = {
  /** Names the undo step, such as "Bold". */
  label: string;
  style: Partial<TextStyle>;
  change?: Change;
};

/**
 * Lays a style over the selected stretch, as a step of its own; answers false when no stretch is selected. Live
 * changes, as of a hand in a colour area, are one step when the last one is final.
 */
export function styleTyped(store: EditorStore, typing: TypingStore, styled: StyleTyped): boolean {
  const { range } = typing.getState();
  const layer = typedLayer(store);
  if (!layer || !range || range.start === range.end) return false;
  changeRuns(store, typing, styled, (runs) => styleRange(runs, range, styled.style, layer.style));
  return true;
}

/** Takes the styles of its own from the selected stretch, or from all of the text where none is selected. */
export function clearTypedStyle(store: EditorStore, typing: TypingStore): void {
  const layer = typedLayer(store);
  if (!layer) return;
  const { range } = typing.getState();
  const all = { start: 0, end: textOfRuns(layer.runs).length };
  const stretch = range && range.start < range.end ? range : all;
  changeRuns(store, typing, { label: "Clear formatting" }, (runs) =>
    styleRange(runs, stretch, layer.style, layer.style),
  );
}

function changeRuns(
  store: EditorStore,
  typing: TypingStore,
  { label, change = "final" }: Pick<StyleTyped, "label" | "change">,
  restyle: (runs: Runs) => Runs,
): void {
  const layer = typedLayer(store);
  if (!layer) return;
  const { id } = layer;
  const command = (document: Document) => {
    const now = findLayer(document, id);
    return now?.type === "text"
      ? setProperties(document, { ids: [id], values: { runs: restyle(now.runs) } })
      : document;
  };
  if (change === "live") {
    if (store.getState().gesture?.label !== label) store.begin(label);
    store.preview(command);
  } else if (change === "final" && store.getState().gesture?.label === label) {
    store.preview(command);
    store.commit();
  } else {
    store.dispatch(label, command, change === "step" ? { merge: `${label} ${id}` } : {});
  }
  typing.setState({ past: [], future: [], undone: 0 });
}

/** Takes the last change back: letter by letter since the last step, then step by step to where typing began. */
export function undoTyped(store: EditorStore, typing: TypingStore): void {
  const { past, future, began, undone } = typing.getState();
  const before = typedLayer(store);
  if (!before) return;
  const runs = past.at(-1);
  if (runs) {
    typing.setState({ past: past.slice(0, -1), future: [...future, before.runs] });
    setTypedRuns(store, before, runs);
  } else {
    if (store.getState().gesture?.label === STEP) store.commit();
    if (store.getState().design === began || !store.getState().history.canUndo) return;
    store.undo();
    typing.setState({ future: [], undone: undone + 1 });
  }
  caretToChange(store, typing, before);
}

/** Does again what was taken back last. */
export function redoTyped(store: EditorStore, typing: TypingStore): void {
  const { past, future, undone } = typing.getState();
  const before = typedLayer(store);
  if (!before) return;
  const runs = future.at(-1);
  if (runs) {
    typing.setState({ past: [...past, before.runs], future: future.slice(0, -1) });
    setTypedRuns(store, before, runs);
  } else {
    if (undone === 0) return;
    store.redo();
    typing.setState({ past: [], undone: undone - 1 });
  }
  caretToChange(store, typing, before);
}

/** The caret goes behind what changed; where only looks changed it stays. */
function caretToChange(store: EditorStore, typing: TypingStore, before: TextLayer): void {
  const now = typedLayer(store);
  if (!now) return;
  const { start, end, text } = differenceOf(textOfRuns(before.runs), textOfRuns(now.runs));
  if (text === "" && start === end) return;
  typing.setState({ range: { start: start + text.length, end: start + text.length }, pending: null });
}

/**
 * Ends typing: what was typed becomes one step. A text left empty takes its layer along, since nobody could find
 * it again; one that has a phrase for missing data stays.
 */
export function endTyping(store: EditorStore, typing: TypingStore, id: string): void {
  typing.setState(NOT_TYPING);
  const state = store.getState();
  if (state.gesture?.label !== STEP) return;
  const layer = findLayer(state.gesture.document, id);
  const isEmpty =
    layer?.type === "text" && textOfRuns(layer.runs).trim() === "" && layer.phraseFallback === "";
  if (isEmpty) store.preview((document) => removeLayers(document, { ids: [id] }));
  store.commit();
}
