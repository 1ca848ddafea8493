import { sameValue } from "@/lib/template/same-value";
import { allIds } from "@/lib/template/tree";
import { NO_AIDS } from "./aids";
import { ALL_RIGHTS } from "./brand/rights";
import { type History, select, summarise, timelineOf } from "./history";
import { addNotice, type Notice } from "./notices";
import { existingSampleView } from "./preview-values";
import { existingSize, type SizeView } from "./sizes/size-view";
import type { Guide } from "./snapping";
import type { EditorState, InitialEditor } from "./store";
import { fitView } from "./view";

/** One empty list, so that whoever watches the guides is not told of a new one at each step. */
export const NO_GUIDES: readonly Guide[] = [];

/** The state of an editor that was opened just now. */
export function initialState(
  { document, notices, aids, rights }: InitialEditor,
  history: History,
): EditorState {
  return {
    document,
    design: document,
    sizeId: null,
    selection: [],
    editingTextId: null,
    enteredGroupId: null,
    view: { zoom: 1, x: 0, y: 0 },
    viewport: { width: 0, height: 0 },
    sampleView: { kind: "fields" },
    gesture: null,
    guides: NO_GUIDES,
    history: summarise(history),
    timeline: timelineOf(history),
    notices: (notices ?? []).reduce<readonly Notice[]>(addNotice, []),
    tool: "select",
    adding: null,
    aids: aids ?? NO_AIDS,
    snapping: true,
    rights: rights ?? ALL_RIGHTS,
  };
}

/**
 * What the editor's state is once it has this history: the part of it that changes, and the history without what points
 * at things that are gone. Values that stay the same stay the same objects.
 */
export function showHistory(
  next: History,
  before: EditorState,
  extra: Partial<EditorState>,
  sizes: SizeView,
): { history: History; state: Partial<EditorState> } {
  const state = { ...before, ...extra };
  const { document: design, selection } = next.present;
  const sameIds = design === before.design && selection === before.selection && !("enteredGroupId" in extra);
  const ids = sameIds ? null : allIds(design);
  const exists = (id: string) => ids === null || ids.has(id);
  const alive = (id: string | null) => (id !== null && exists(id) ? id : null);
  const history = selection.every(exists) ? next : select(next, selection.filter(exists));
  const summary = summarise(history);
  const sizeId = existingSize(design, state.sizeId);
  const document = sizes.at(design, sizeId);
  const { gesture } = history;
  const isSameGesture =
    gesture?.document === before.gesture?.design && gesture?.label === before.gesture?.label;
  return {
    history,
    state: {
      ...extra,
      document,
      design,
      sizeId,
      selection: history.present.selection,
      gesture: isSameGesture
        ? before.gesture
        : gesture && {
            label: gesture.label,
            onStage: gesture.onStage === true,
            design: gesture.document,
            document: sizes.at(gesture.document, sizeId),
          },
      guides: gesture ? state.guides : NO_GUIDES,
      history: sameValue(before.history, summary) ? before.history : summary,
      timeline: timelineOf(history, before.timeline),
      editingTextId: alive(state.editingTextId),
      enteredGroupId: alive(state.enteredGroupId),
      sampleView: existingSampleView(state.sampleView, design),
      // Undo can take the size at hand away, or give it other measures: another canvas is looked at anew.
      ...(sizeId !== before.sizeId && { view: fitView(document, state.viewport) }),
    },
  };
}
