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
  /** What is told first of the document as it is now, looked at at once. Rejects with what the look threw. */
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
  /** `tell` hands over what is known already, where a longer look follows. */
  judge: (document: Document, pace: Pace, tell: (findings: readonly Finding[]) => void) => Promise<Finding[]>;
};

/** How long the document has to stay as it is before it is looked at, ms. */
const SETTLES_AFTER = 500;

type Look = { first: Promise<readonly Finding[]>; cancel: () => void };

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
    const first = new Promise<readonly Finding[]>((resolve, reject) => {
      // A look that was called off says nothing any more.
      const tell = (findings: readonly Finding[], busy: boolean) => {
        if (cancelled) throw new Cancelled();
        state.setState({ findings, judged: document, busy, failure: null });
        resolve(findings);
      };
      judge(document, pace, (findings) => tell(findings, true))
        .then((findings) => {
          if (!cancelled) look = null;
          tell(findings, false);
        })
        .catch((error: unknown) => {
          reject(error);
          if (cancelled || error instanceof Cancelled) return;
          look = null;
          state.setState({ busy: false, failure: error });
        });
    });
    // Whoever waits hears of a failure; the panel shows it to everybody else.
    first.catch(() => undefined);
    look = { first, cancel: () => (cancelled = true) };
    return look;
  }

  function schedule(): void {
    stop();
    if (disposed) return;
    stale = true;
    if (store.getState().gesture !== null) return;
    callOff = clock.after(SETTLES_AFTER, () => {
      callOff = null;
      begin(idle);
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
    if (!stale && judged === document) return findings;
    try {
      return await begin(soon).first;
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
