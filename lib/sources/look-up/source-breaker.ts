import { LRUCache } from "lru-cache";

/** So many failures in this time, and at least as many as successes, open it. */
const FAILURES = 5;
const WITHIN_MS = 30_000;
/** How long a source is left alone at first; each time that it fails again soon after, twice as long, up to the longest. */
const REST_MS = 30_000;
const LONGEST_REST_MS = 300_000;
/** How long a source has to hold after a rest before the next one is short again. */
const SETTLED_MS = 300_000;
/** A trial whose end nobody told of is over by then: no request takes longer. */
const TRIAL_MS = 10_000;
const SOURCES = 5_000;

type State = {
  outcomes: readonly { at: number; good: boolean }[];
  /** Until when it is left alone; null: it is not. */
  openUntil: number | null;
  /** Since when one request tries whether it is well again. */
  trialAt: number | null;
  /** How long the next rest is, if it comes soon. */
  restMs: number;
  /** When the last rest was over. */
  closedAt: number;
};

const NEVER_FAILED: State = {
  outcomes: [],
  openUntil: null,
  trialAt: null,
  restMs: REST_MS,
  closedAt: Number.NEGATIVE_INFINITY,
};

export type SourceBreaker = {
  /** Whether this source may be asked now. After a rest one may, alone: by it all others are let in, or kept out longer. */
  enter: (source: string) => boolean;
  succeeded: (source: string) => void;
  failed: (source: string) => void;
  /** A request that said nothing about the source. */
  left: (source: string) => void;
  /** When it will be tried again, ms; null: it is asked as ever. */
  openUntil: (source: string) => number | null;
};

/**
 * Leaves a source alone that fails again and again, so that pictures do not wait for it one after the other. One that
 * flaps, well at one moment and not at the next, rests longer each time until it holds.
 */
export function createSourceBreaker(now: () => number): SourceBreaker {
  const states = new LRUCache<string, State>({ max: SOURCES });
  const stateOf = (source: string): State => states.get(source) ?? NEVER_FAILED;

  function open(state: State): State {
    const isAgain = state.openUntil !== null || now() - state.closedAt < SETTLED_MS;
    const rest = isAgain ? state.restMs : REST_MS;
    const restMs = Math.min(rest * 2, LONGEST_REST_MS);
    return { ...state, outcomes: [], openUntil: now() + rest, trialAt: null, restMs };
  }

  return {
    enter(source) {
      const state = stateOf(source);
      if (state.openUntil === null) return true;
      if (now() < state.openUntil) return false;
      if (state.trialAt !== null && now() - state.trialAt < TRIAL_MS) return false;
      states.set(source, { ...state, trialAt: now() });
      return true;
    },
    succeeded(source) {
      const state = stateOf(source);
      if (state.openUntil !== null) {
        // What was sent before the rest comes late, and says nothing of now.
        if (state.trialAt === null) return;
        states.set(source, { ...state, outcomes: [], openUntil: null, trialAt: null, closedAt: now() });
        return;
      }
      states.set(source, { ...state, outcomes: recent(state, true) });
    },
    failed(source) {
      const state = stateOf(source);
      if (state.openUntil !== null) {
        if (state.trialAt !== null) states.set(source, open(state));
        return;
      }
      const outcomes = recent(state, false);
      const failures = outcomes.filter(({ good }) => !good).length;
      const isOver = failures >= FAILURES && failures * 2 >= outcomes.length;
      states.set(source, isOver ? open({ ...state, outcomes }) : { ...state, outcomes });
    },
    left(source) {
      const state = stateOf(source);
      if (state.trialAt !== null) states.set(source, { ...state, trialAt: null });
    },
    openUntil: (source) => stateOf(source).openUntil,
  };

  function recent({ outcomes }: State, good: boolean): State["outcomes"] {
    return [...outcomes.filter(({ at }) => now() - at < WITHIN_MS), { at: now(), good }].slice(-200);
  }
}
