import { brandTransport } from "@/components/api/brand";
import { type BrandStore, createBrandStore, type StoredKit } from "@/lib/editor/brand/brand-store";
import { systemClock } from "@/lib/editor/clock";
import type { EditorStore } from "@/lib/editor/store";
import { applyKit } from "@/lib/template/apply-kit";
import { type BrandKit, EMPTY_KIT } from "@/lib/template/brand";
import { sentenceFor } from "../server-calls";

/** What the editor begins with; no kit: the server could not read it. */
export type InitialKit = { kit: BrandKit | null; revision: number };

/** Older than any kit the server can answer, and none that it would save. */
const NOT_THERE: StoredKit = { kit: { ...EMPTY_KIT }, revision: -1 };

export type OpenBrand = {
  brand: BrandStore;
  /** The kit as it is now; null until there is one that the server can read. */
  knownKit: () => BrandKit | null;
  /** Puts the kit into a document that came from elsewhere, once it is the newest: that document may know more of it. */
  settle: () => Promise<void>;
  close: () => void;
};

/**
 * The workspace's kit beside an open document: a change of it, here or found when the page comes into focus, goes
 * through the document and all of its history, so that undo never shows the kit as it was. Until there is a kit that the
 * server can read, nothing is put into the document.
 */
export function openBrand(workspaceSlug: string, initial: InitialKit, store: EditorStore): OpenBrand {
  const known = initial.kit === null ? NOT_THERE : { ...initial, kit: initial.kit };
  const brand = createBrandStore(
    known,
    brandTransport(workspaceSlug),
    (error) => store.notify({ kind: "error", message: `The brand kit was not saved. ${sentenceFor(error)}` }),
    systemClock.now,
  );
  const stop = brand.state.subscribe((state, before) => {
    if (state.kit === before.kit) return;
    const { design } = store.getState();
    store.revise((document) => applyKit(document, state.kit).document);
    if (store.getState().design !== design) {
      store.notify({ kind: "info", message: "The brand kit has changed, and this design follows it." });
    }
  });
  const knownKit = () => {
    const { kit } = brand.state.getState();
    return kit === NOT_THERE.kit ? null : kit;
  };
  const refresh = () => void brand.refresh().catch(() => undefined);
  window.addEventListener("focus", refresh);
  return {
    brand,
    knownKit,
    settle: async () => {
      try {
        await brand.refresh();
      } catch {
        // Offline: what came stays as it is until the kit can be asked for.
        return;
      }
      store.revise((document) => applyKit(document, brand.state.getState().kit).document);
    },
    close: () => {
      window.removeEventListener("focus", refresh);
      stop();
    },
  };
}
