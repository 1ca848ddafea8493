import { createStore, type StoreApi } from "zustand/vanilla";
import type { Document } from "@/lib/template/schema";
import type { Clock } from "../clock";
import type { EditorStore } from "../store";
import type { Finding } from "./finding";
import { Cancelled, createPace, type Pace } from "./pace";

export type WatchState = {
  /** What was found last; it stays until the next look is done. */
  readonly findings: readonly Finding[];
  /** The document that was looked at; null before the first look is done. */
  readonly judged: Document | null;
  readonly busy: boolean;
  /** How often a look was begun. */
  readonly runs: number;
  /** The last look failed, with what was thrown. */
  readonly failure: unknown;
};

/** Looks at the document whenever it has come to rest, and holds what was found. */
export type ProblemWatch = {
  readonly state: Pick<StoreApi<WatchState>, "getState" | "getInitialState" | "subscribe">;
  /** Looks again although the document is the same: a picture came in, or what is known of the finished file. */
  again: () => void;
  /** What is found in the document as it is now, looked at at once. Rejects with what the look threw. */
  settle: () => Promise<readonly Finding[]>;
  dispose: () => void;
};

export type WatchOptions = {
  store: Pick<EditorStore, "getState" | "subscribe">;
  clock: Clock;
  /** Settles when there is time for a little work. */
  idle: () => Promise<void>;
  /** Settles soon: lets the page answer what waits, and no more. */
  soon: () => Promise<void>;
  judge: (document: Document, pace: Pace) => Promise<Finding[]>;
};

/** How long the document has to stay as it is before it is looked at, ms. */
const SETTLES_AFTER = 500;

type Look = { document: Document; outcome: Promise<readonly Finding[]>; cancel: () => void };

/** A watch over one open document. A drag calls a look off and begins none; so does every change. */
export function createProblemWatch({ store, clock, idle, soon, judge }: WatchOptions): ProblemWatch {
  const state = createStore<WatchState>(() => ({
    findings: [],
    judged: null,
    busy: false,
    runs: 0,
    failure: null,
  }));
  let callOff: (() => void) | null = null;
  let look: Look | null = null;
  let stale = true;
  let disposed = false;

  function stop(): void {
    callOff?.();
    callOff = null;
    look?.cancel();
    look = null;
    if (state.getState().busy) state.setState({ busy: false });
  }

  function begin(rest: () => Promise<void>): Look {
    stop();
    const { document } = store.getState();
    let cancelled = false;
    const pace = createPace({ now: clock.now, idle: rest, cancelled: () => cancelled });
    stale = false;
    state.setState({ busy: true, runs: state.getState().runs + 1 });
    const outcome = run(document, pace);
    look = { document, outcome, cancel: () => (cancelled = true) };
    return look;
  }

  async function run(document: Document, pace: Pace): Promise<readonly Finding[]> {
    try {
      const findings = await judge(document, pace);
      // The last word is asked for, so that a look that was called off meanwhile says nothing.
      await pace.breathe();
      look = null;
      state.setState({ findings, judged: document, busy: false, failure: null });
      return findings;
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      look = null;
      state.setState({ busy: false, failure: error });
      throw error;
    }
  }

  function schedule(): void {
    stop();
    if (disposed) return;
    stale = true;
    if (store.getState().gesture !== null) return;
    callOff = clock.after(SETTLES_AFTER, () => {
      callOff = null;
      begin(idle).outcome.catch(() => undefined);
    });
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.document !== before.document) schedule();
    else if (now.gesture !== null && before.gesture === null) {
      if (look || callOff) stale = true;
      stop();
    } else if (now.gesture === null && before.gesture !== null && stale) schedule();
  });
  schedule();

  async function settle(): Promise<readonly Finding[]> {
    const { document } = store.getState();
    const { judged, findings } = state.getState();
    if (!stale && look === null && judged === document) return findings;
    try {
      return await begin(soon).outcome;
    } catch (error) {
      // A newer look took its place: that one tells.
      if (error instanceof Cancelled && !disposed) return settle();
      throw error;
    }
  }

  return {
    state,
    again: schedule,
    settle,
    dispose: () => {
      disposed = true;
      unsubscribe();
      stop();
    },
  };
}
