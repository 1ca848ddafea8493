import { createStore, type StoreApi } from "zustand/vanilla";
import type { BrandKit } from "@/lib/template/brand";
import { type KitChange, revertKit } from "@/lib/template/brand-commands";

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
  /** Name of the change that undo takes back; null when there is none. */
  readonly undoLabel: string | null;
};

export type BrandStore = {
  readonly state: Pick<StoreApi<BrandState>, "getState" | "getInitialState" | "subscribe">;
  /**
   * Changes the kit at once and saves it. Changes with the same `merge` key are one change for undo. Answers whether
   * anything changed.
   */
  change: (label: string, change: KitChange, merge?: string) => boolean;
  /** Takes the last change of this page back; what others changed since stays. */
  undo: () => void;
  /** Takes over what the server has. */
  refresh: () => Promise<void>;
};

type Step = { label: string; before: BrandKit; after: BrandKit; merge: string | undefined };

/** Times that a save is put on top of what others saved before it is given up. */
const MOST_TRIES = 8;

/**
 * The kit of a workspace as pages see it: a change shows at once and is saved behind it, one save at a time. Where
 * others saved meanwhile, what was changed here is done to their kit; what the server refuses is taken back and
 * `onRefused` is told.
 */
export function createBrandStore(
  initial: StoredKit,
  transport: BrandTransport,
  onRefused: (error: unknown) => void,
): BrandStore {
  let confirmed = initial;
  /** Changes that the server does not have yet. */
  let pending: readonly KitChange[] = [];
  let steps: readonly Step[] = [];
  let sending = false;
  const store = createStore<BrandState>(() => ({ kit: initial.kit, undoLabel: null }));

  function show(): void {
    const kit = pending.reduce((before, change) => change(before), confirmed.kit);
    const undoLabel = steps.at(-1)?.label ?? null;
    const state = store.getState();
    if (kit !== state.kit || undoLabel !== state.undoLabel) store.setState({ kit, undoLabel });
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let tries = 0; pending.length > 0 && tries < MOST_TRIES; ) {
        const changes = pending;
        const kit = changes.reduce((before, change) => change(before), confirmed.kit);
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
      pending = [];
      steps = [];
      show();
      onRefused(error);
    } finally {
      sending = false;
    }
  }

  function apply(change: KitChange): boolean {
    const before = store.getState().kit;
    if (change(before) === before) return false;
    pending = [...pending, change];
    show();
    void send();
    return true;
  }

  return {
    state: store,
    change: (label, change, merge) => {
      const before = store.getState().kit;
      const after = change(before);
      if (after === before) return false;
      const last = steps.at(-1);
      const isSame = merge !== undefined && last?.merge === merge;
      steps = isSame
        ? [...steps.slice(0, -1), { ...last, after }]
        : [...steps.slice(-99), { label, before, after, merge }];
      return apply(change);
    },
    undo: () => {
      const step = steps.at(-1);
      if (!step) return;
      steps = steps.slice(0, -1);
      if (!apply((kit) => revertKit(kit, step))) show();
    },
    refresh: async () => {
      const found = await transport.load();
      if (sending || found.revision <= confirmed.revision) return;
      confirmed = found;
      show();
    },
  };
}
