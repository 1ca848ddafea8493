import { createStore, type StoreApi } from "zustand/vanilla";
import { AppError } from "@/lib/errors";
import { detachChanged } from "@/lib/template/apply-kit";
import type { Size } from "@/lib/template/layer-entry";
import type { Breach } from "@/lib/template/locks";
import type { Document } from "@/lib/template/schema";
import type { AddTool } from "./add-tool";
import type { Aids } from "./aids";
import { createAttempts } from "./attempts";
import { breachOf, type Rights } from "./brand/rights";
import {
  begin,
  cancel,
  commit,
  type History,
  type HistorySummary,
  preview,
  record,
  redo,
  revise,
  select,
  startHistory,
  type Timeline,
  travel,
  undo,
} from "./history";
import { addNotice, type Notice } from "./notices";
import type { SampleView } from "./preview-values";
import { initialState, NO_GUIDES, showHistory } from "./show-history";
import { createSizeView } from "./sizes/size-view";
import type { Guide } from "./snapping";
import { clampView, fitView, type View } from "./view";

/** What the pointer does on the stage. */
export type Tool = "select" | "hand";

export type EditorState = {
  /**
   * The document that is edited, as committed: the design, or the design in the size at hand (`sizeId`), which then is a
   * plain document of its own. What acts on layers reads it and changes it; the stage shows `shownDocument(state)`.
   */
  readonly document: Document;
  /** The whole document with all its sizes, as committed: what is saved, published and shared. */
  readonly design: Document;
  /** The size at hand, an id in `design.variants`; null is the design's own. */
  readonly sizeId: string | null;
  /** Ids of the selected layers in the order they were selected. */
  readonly selection: readonly string[];
  /** The text layer that is being typed in. */
  readonly editingTextId: string | null;
  /** The group whose children a click selects. */
  readonly enteredGroupId: string | null;
  readonly view: View;
  /** Size of the stage on the screen, px. */
  readonly viewport: Size;
  readonly sampleView: SampleView;
  /** A drag under way: its document is shown, not saved. */
  readonly gesture: {
    readonly label: string;
    readonly document: Document;
    readonly design: Document;
    readonly onStage: boolean;
  } | null;
  readonly guides: readonly Guide[];
  readonly history: HistorySummary;
  /** Every step that can be gone to. */
  readonly timeline: Timeline;
  readonly notices: readonly Notice[];
  readonly tool: Tool;
  /** What the next press on the canvas places; null while the pointer selects. */
  readonly adding: AddTool | null;
  readonly aids: Aids;
  readonly snapping: boolean;
  /** What this person may change; a change beyond it is refused with a notice. */
  readonly rights: Rights;
};

export type InitialEditor = {
  document: Document;
  aids?: Aids;
  rights?: Rights;
  notices?: readonly Omit<Notice, "id">[];
  /**
   * What those who keep the design would refuse of one that was there before: others may have changed since what this
   * person may not take back. Nothing is asked where it is left out.
   */
  refusal?: (design: Document) => Breach | null;
  /** The clock, ms: tells which small steps belong together. */
  now: () => number;
};

/**
 * What a change is made to: what is edited (`at hand`, the document in its size), or the `design` with all its sizes,
 * for what is said of sizes themselves.
 */
type ChangeOf = { of?: "at hand" | "design" | undefined };

export type DispatchOptions = ChangeOf & {
  /** Selection after the step; layers that are gone are dropped from it. Default: as it is. */
  select?: readonly string[];
  /** The document comes from elsewhere as it is: neither rights nor the brand kit are asked about it. */
  asIs?: boolean;
  /** Steps with the same key in quick succession become one: typing, arrow keys, a slider. */
  merge?: string;
};

export type PreviewOptions = ChangeOf & {
  guides?: readonly Guide[];
  /** Selection once the gesture is committed, when it makes new layers. */
  select?: readonly string[];
};

export type EditorStore = Pick<StoreApi<EditorState>, "getState" | "getInitialState" | "subscribe"> & {
  /**
   * The only way to change the document: one step with a name. A command that gives the same document leaves
   * no step; one that throws an AppError leaves a notice. Answers whether the document changed. What is changed in
   * another size than the design's is brought home by `editAtSize`.
   */
  dispatch: (label: string, change: (document: Document) => Document, options?: DispatchOptions) => boolean;
  /** Opens a gesture: previews until `commit` (one step) or `cancel` (no trace). `onStage` for drags on the stage. */
  begin: (label: string, options?: { onStage?: boolean }) => void;
  /** Shows what the gesture gives so far, made from the document it began with. */
  preview: (change: (start: Document) => Document, options?: PreviewOptions) => void;
  commit: () => void;
  cancel: () => void;
  /** Undo, redo and travel go nowhere that would be refused; a notice says why. */
  undo: () => void;
  redo: () => void;
  /** Goes several steps at once, back when negative. */
  travel: (steps: number) => void;
  select: (ids: readonly string[], enteredGroupId?: string | null) => void;
  editText: (id: string | null) => void;
  /** Takes another size in hand (null is the design's own) and fits the view to it; the selection stays. */
  setSize: (sizeId: string | null) => void;
  setView: (view: View) => void;
  /** Tells the size of the stage; the first one fits the canvas into it. */
  setViewport: (viewport: Size) => void;
  setSampleView: (sampleView: SampleView) => void;
  setTool: (tool: Tool) => void;
  /** Takes up a tool that places a layer; null puts it down. */
  setAdding: (adding: AddTool | null) => void;
  setAids: (change: Partial<Aids>) => void;
  setSnapping: (snapping: boolean) => void;
  /** What this person may change from now on; a gesture that goes beyond it ends without a trace. */
  setRights: (rights: Rights) => void;
  /** Changes every document of the history alike, by what came from outside: no step, and undo never goes behind it. */
  revise: (change: (design: Document) => Document) => void;
  notify: (notice: Omit<Notice, "id">) => void;
  dismiss: (noticeId: number) => void;
};

/** The document the stage shows: the gesture's while one is under way. */
export function shownDocument(state: EditorState): Document {
  return state.gesture?.document ?? state.document;
}

/** The whole document as the stage shows it, with all its sizes. */
export function shownDesign(state: EditorState): Document {
  return state.gesture?.design ?? state.design;
}

/**
 * The document that panels show: a gesture's as long as it is their own. What is dragged on the stage is seen there,
 * and panels that followed each pixel would make the drag stumble.
 */
export function panelDocument(state: EditorState): Document {
  return state.gesture && !state.gesture.onStage ? state.gesture.document : state.document;
}

/** A store for one open template. It holds no React and no scene: both are projections of it. */
export function createEditorStore(initial: InitialEditor): EditorStore {
  let history: History = startHistory(initial.document);
  const sizes = createSizeView();
  const store = createStore<EditorState>(() => initialState(initial, history));

  /** Takes over a new history. */
  function show(next: History, extra: Partial<EditorState> = {}): void {
    const shown = showHistory(next, store.getState(), extra, sizes);
    history = shown.history;
    store.setState(shown.state);
  }

  /** Goes to another moment, unless what is there would be refused, and what is here would not. */
  function goTo(next: History): void {
    const [here, there] = [history.present.document, next.present.document];
    const refusal = here === there || initial.refusal?.(here) ? null : initial.refusal?.(there);
    show(refusal ? cancel(history) : next);
    if (refusal) notify({ kind: "error", message: refusal.message });
  }

  /** The design after a change of what is at hand, or of the design itself. */
  function changed(design: Document, change: (document: Document) => Document, { of }: ChangeOf): Document {
    return of === "design" ? change(design) : sizes.changed(design, store.getState().sizeId, change);
  }

  /** The design after a change that this person may make; what they changed by hand follows the brand kit no more. */
  function allowed(design: Document, after: Document): Document {
    const breach = breachOf(store.getState().rights, design, after);
    if (breach) throw new AppError("forbidden", breach.message, { path: breach.path });
    return detachChanged(design, after);
  }

  function notify(notice: Omit<Notice, "id">): void {
    store.setState({ notices: addNotice(store.getState().notices, notice) });
  }

  const attempts = createAttempts((message) => notify({ kind: "error", message }));

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    dispatch: (label, change, options = {}) => {
      const settled = commit(history);
      const { document: design } = settled.present;
      const document = attempts.once(() => {
        const after = changed(design, change, options);
        return options.asIs ? after : allowed(design, after);
      });
      if (document === null) {
        show(settled);
        return false;
      }
      const selection = options.select ?? settled.present.selection;
      const merge = options.merge === undefined ? {} : { merge: { key: options.merge, at: initial.now() } };
      show(record(settled, { label, document, selection, ...merge }));
      return history.present.document !== settled.present.document;
    },
    begin: (label, { onStage = false } = {}) => {
      attempts.begin();
      show(begin(history, label, onStage));
    },
    preview: (change, { guides = NO_GUIDES, select: selection, of } = {}) => {
      const { document: design } = history.present;
      const document = attempts.again(() => allowed(design, changed(design, change, { of })));
      if (document) show(preview(history, document, selection), { guides });
    },
    commit: () => show(commit(history)),
    cancel: () => show(cancel(history)),
    undo: () => goTo(undo(history)),
    redo: () => goTo(redo(history)),
    travel: (steps) => goTo(travel(history, steps)),
    select: (ids, enteredGroupId) => {
      const entered = enteredGroupId === undefined ? {} : { enteredGroupId };
      show(select(history, [...new Set(ids)]), { editingTextId: null, ...entered });
    },
    editText: (editingTextId) => {
      if (editingTextId === null) store.setState({ editingTextId });
      else show(select(history, [editingTextId]), { editingTextId });
    },
    setSize: (sizeId) => {
      show(commit(history), { sizeId, editingTextId: null });
    },
    setView: (view) => {
      const { document, viewport } = store.getState();
      store.setState({ view: clampView(view, document, viewport) });
    },
    setViewport: (viewport) => {
      const state = store.getState();
      const first = state.viewport.width === 0 || state.viewport.height === 0;
      store.setState({
        viewport,
        view: first ? fitView(state.document, viewport) : clampView(state.view, state.document, viewport),
      });
    },
    setSampleView: (sampleView) => store.setState({ sampleView }),
    setTool: (tool) => store.setState({ tool, adding: null }),
    setAdding: (adding) => store.setState({ adding, tool: "select" }),
    setAids: (change) => store.setState({ aids: { ...store.getState().aids, ...change } }),
    setSnapping: (snapping) => store.setState({ snapping }),
    setRights: (rights) => {
      store.setState({ rights });
      const { gesture, present } = history;
      // What is under way may be beyond them now; it is not kept.
      if (gesture && breachOf(rights, present.document, gesture.document)) show(cancel(history));
    },
    revise: (change) => show(revise(history, change)),
    notify,
    dismiss: (noticeId) =>
      store.setState({ notices: store.getState().notices.filter(({ id }) => id !== noticeId) }),
  };
}
