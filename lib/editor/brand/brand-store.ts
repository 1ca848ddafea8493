import { createStore, type StoreApi } from "zustand/vanilla";
import type { BrandKit } from "@/lib/template/brand";
import { type KitChange, revertKit } from "@/lib/template/brand-commands";
import { melts } from "../history";

export type StoredKit = { kit: BrandKit; revision: number };

export type KitReply = { kind: "saved"; revision: number } | ({ kind: "conflict" } & StoredKit);

/** The way to the server. What it cannot do now rejects. */
export type BrandTransport = {
  load: () => Promise<StoredKit>;
  save: (kit: BrandKit, baseRevision: number) => Promise<KitReply>;
};

export type BrandState = {
  /** The kit with what was changed here and is not on the server yet. */
  readonly kit: BrandKit;
  /** The change that undo takes back, another object for each; null when there is none. */
  readonly lastStep: { readonly label: string } | null;
};

export type BrandStore = {
  readonly state: Pick<StoreApi<BrandState>, "getState" | "getInitialState" | "subscribe">;
  /**
   * Changes the kit at once and saves it. Changes with the same `merge` key in quick succession are one for undo, as in
   * the editor. Answers whether anything changed.
   */
  change: (label: string, change: KitChange, merge?: string) => boolean;
  /** Takes the last change of this page back; what others changed since stays. */
  undo: () => void;
  /** Takes over what the server has. */
  refresh: () => Promise<void>;
};

type Step = {
  label: string;
  before: BrandKit;
  after: BrandKit;
  merge: { key: string; at: number } | undefined;
};

/** A change that the server does not have yet, and what there was to undo before it. */
type Pending = { change: KitChange; steps: readonly Step[] };

/** Steps kept for undo. */
const MOST_STEPS = 100;

/** Times that a save is put on top of what others saved before it is given up. */
const MOST_TRIES = 8;

/**
 * The kit of a workspace as pages see it: a change shows at once and is saved behind it, one save at a time. Where
 * others saved meanwhile, what was changed here is done to their kit; what the server refuses is taken back, undo is as
 * it was before it, and `onRefused` is told. `now` is the clock, ms.
 */
export function createBrandStore(
  initial: StoredKit,
  transport: BrandTransport,
  onRefused: (error: unknown) => void,
  now: () => number,
): BrandStore {
  let confirmed = initial;
  let pending: readonly Pending[] = [];
  let steps: readonly Step[] = [];
  let sending = false;
  const store = createStore<BrandState>(() => ({ kit: initial.kit, lastStep: null }));

  function kitAfter(changes: readonly Pending[]): BrandKit {
    return changes.reduce((before, { change }) => change(before), confirmed.kit);
  }

  function show(): void {
    const kit = kitAfter(pending);
    const lastStep = steps.at(-1) ?? null;
    const state = store.getState();
    if (kit !== state.kit || lastStep !== state.lastStep) store.setState({ kit, lastStep });
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let tries = 0; pending.length > 0 && tries < MOST_TRIES; ) {
        const changes = pending;
        const kit = kitAfter(changes);
        const reply =
          kit === confirmed.kit
            ? { kind: "saved" as const, revision: confirmed.revision }
            : await transport.save(kit, confirmed.revision);
        if (reply.kind === "saved") {
          confirmed = { kit, revision: reply.revision };
          pending = pending.slice(changes.length);
          tries = 0;
        } else {
          confirmed = { kit: reply.kit, revision: reply.revision };
          tries += 1;
        }
        show();
      }
      if (pending.length > 0) throw new Error("The brand kit is being changed by others all the time.");
    } catch (error) {
      steps = pending[0]?.steps ?? steps;
      pending = [];
      show();
      onRefused(error);
    } finally {
      sending = false;
    }
  }

  /** Makes a change, after which there is this to undo. Answers whether anything changed. */
  function apply(change: KitChange, next: readonly Step[]): boolean {
    const before = store.getState().kit;
    const isChange = change(before) !== before;
    if (isChange) pending = [...pending, { change, steps }];
    steps = next;
    show();
    if (isChange) void send();
    return isChange;
  }

  return {
    state: store,
    change: (label, change, merge) => {
      const before = store.getState().kit;
      const after = change(before);
      if (after === before) return false;
      const last = steps.at(-1);
      const step = {
        label,
        before,
        after,
        merge: merge === undefined ? undefined : { key: merge, at: now() },
      };
      return apply(
        change,
        last && melts(last, step)
          ? [...steps.slice(0, -1), { ...step, before: last.before }]
          : [...steps.slice(1 - MOST_STEPS), step],
      );
    },
    undo: () => {
      const step = steps.at(-1);
      if (step) apply((kit) => revertKit(kit, step), steps.slice(0, -1));
    },
    refresh: async () => {
      const found = await transport.load();
      if (sending || found.revision <= confirmed.revision) return;
      confirmed = found;
      show();
    },
  };
}
