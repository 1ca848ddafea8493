import { sameValue } from "@/lib/template/same-value";
import type { Document } from "@/lib/template/schema";

/** Steps kept for undo; older ones are forgotten. Documents share structure, so a step costs what it changed. */
export const HISTORY_LIMIT = 200;

/** Steps with the same merge key that follow one another within this time become one step, ms. */
export const MERGE_WINDOW = 1000;

/** The document at one point in time, the selection that went with it, and the step that led there. */
export type Moment = {
  readonly document: Document;
  readonly selection: readonly string[];
  /** Name of the step that led here, such as "Move"; empty for the first moment. */
  readonly label: string;
  /** Set when the next step with the same key may be melted into this one. */
  readonly merge?: { readonly key: string; readonly at: number };
};

/** A gesture under way: what a drag shows before it is let go. It is no step until it is committed. */
export type Gesture = {
  readonly label: string;
  readonly document: Document;
  /** Selection to show when the gesture is committed, if it is not the present one. */
  readonly selection?: readonly string[];
  /** A drag on the stage: panels show what it made when it ends. */
  readonly onStage?: boolean;
};

/** Past, present and future as references to immutable documents; nothing here is ever copied or diffed. */
export type History = {
  readonly past: readonly Moment[];
  readonly present: Moment;
  /** The next redo first. */
  readonly future: readonly Moment[];
  readonly gesture: Gesture | null;
};

export type Step = {
  label: string;
  document: Document;
  selection: readonly string[];
  /** Key for melting runs of small steps (typing, arrow keys) into one, and the time of this one, ms. */
  merge?: { key: string; at: number };
};

export function startHistory(document: Document, selection: readonly string[] = []): History {
  return { past: [], present: { document, selection, label: "" }, future: [], gesture: null };
}

/**
 * Adds a step. A step that leaves the document as it was only moves the selection: it takes no place in the
 * past and keeps the future. A melted step that ends where its run began takes the whole run back. So no two
 * neighbouring moments ever hold the same document, and undo always shows something.
 */
export function record(history: History, step: Step): History {
  const { past, present } = history;
  if (sameValue(present.document, step.document)) return select(history, step.selection);
  const next: Moment = {
    document: step.document,
    selection: step.selection,
    label: step.label,
    ...(step.merge ? { merge: step.merge } : {}),
  };
  if (!melts(present, step)) {
    return { ...history, past: [...past, present].slice(-HISTORY_LIMIT), present: next, future: [] };
  }
  const before = past.at(-1);
  if (before && sameValue(before.document, step.document)) {
    const back = { ...before, selection: step.selection };
    return { ...history, past: past.slice(0, -1), present: back, future: [] };
  }
  return { ...history, present: next, future: [] };
}

type Mergeable = Pick<Step, "merge"> | Pick<Moment, "merge">;

/** Whether a small step goes into the one before it: the same key, soon enough after it. */
export function melts(present: Mergeable, step: Mergeable): boolean {
  if (!present.merge || !step.merge || present.merge.key !== step.merge.key) return false;
  return step.merge.at - present.merge.at <= MERGE_WINDOW;
}

/** Changes the selection of the present alone. Never a step, never a loss of redo; it ends a run of merged steps. */
export function select(history: History, selection: readonly string[]): History {
  if (sameValue(history.present.selection, selection)) return history;
  return { ...history, present: { ...ended(history.present), selection } };
}

/** Opens a gesture on the present document. A gesture already open is committed first: no work is dropped. */
export function begin(history: History, label: string, onStage = false): History {
  const settled = history.gesture ? commit(history) : history;
  return { ...settled, gesture: { label, document: settled.present.document, onStage } };
}

/** Shows `document` as the gesture's result so far. Without an open gesture nothing happens. */
export function preview(history: History, document: Document, selection?: readonly string[]): History {
  if (!history.gesture) return history;
  const gesture = { ...history.gesture, document, ...(selection ? { selection } : {}) };
  return { ...history, gesture };
}

/** Ends the gesture as one step; a gesture that came back to where it began leaves no step. */
export function commit(history: History): History {
  const { gesture } = history;
  if (!gesture) return history;
  return record(
    { ...history, gesture: null },
    {
      label: gesture.label,
      document: gesture.document,
      selection: gesture.selection ?? history.present.selection,
    },
  );
}

/**
 * Every document of the history changed alike, by what came from outside and is no step of this person: undo never goes
 * back behind it. The same history when nothing changes.
 */
export function revise(history: History, change: (document: Document) => Document): History {
  const known = new Map<Document, Document>();
  const once = (document: Document): Document => {
    const made = known.get(document) ?? change(document);
    known.set(document, made);
    return made;
  };
  const moment = (each: Moment): Moment => {
    const document = once(each.document);
    return document === each.document ? each : { ...each, document };
  };
  const [past, present, future] = [
    history.past.map(moment),
    moment(history.present),
    history.future.map(moment),
  ];
  const gesture = history.gesture && { ...history.gesture, document: once(history.gesture.document) };
  const isSame = [...known].every(([from, to]) => from === to);
  return isSame ? history : { past, present, future, gesture };
}

/** Drops the gesture: document, selection, past and future are exactly what they were before it. */
export function cancel(history: History): History {
  return history.gesture ? { ...history, gesture: null } : history;
}

/** Goes one step back. An open gesture is cancelled instead, as Escape would. */
export function undo(history: History): History {
  if (history.gesture) return cancel(history);
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    present: ended(before),
    future: [history.present, ...history.future],
    gesture: null,
  };
}

/** Goes one step forward. An open gesture is cancelled instead. */
export function redo(history: History): History {
  if (history.gesture) return cancel(history);
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: ended(next), future, gesture: null };
}

/** Goes several steps, back when negative, as far as there are any. An open gesture is cancelled first. */
export function travel(history: History, steps: number): History {
  let next = cancel(history);
  for (let left = Math.min(Math.abs(steps), HISTORY_LIMIT); left > 0; left -= 1) {
    next = steps < 0 ? undo(next) : redo(next);
  }
  return next;
}

/** A moment that later steps no longer melt into. */
function ended(moment: Moment): Moment {
  const { merge: _ended, ...rest } = moment;
  return rest;
}

/** Everything that can be gone to: a list for people. The same object until a step is made, taken back or done again. */
export type Timeline = Pick<History, "past" | "present" | "future">;

export function timelineOf({ past, present, future }: History, before?: Timeline): Timeline {
  const isSame =
    past === before?.past && future === before.future && present.document === before.present.document;
  return isSame ? before : { past, present, future };
}

/** What menus need to know: whether there is a step either way, and what it is called. */
export type HistorySummary = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Label of the step undo would take back, for "Undo move"; empty when there is none. */
  readonly undoLabel: string;
  readonly redoLabel: string;
};

export function summarise(history: History): HistorySummary {
  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undoLabel: history.past.length > 0 ? history.present.label : "",
    redoLabel: history.future[0]?.label ?? "",
  };
}
