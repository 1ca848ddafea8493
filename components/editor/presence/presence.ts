import { z } from "zod";
import { createStore, type StoreApi } from "zustand";
import { callApi } from "@/components/api/call-api";
import type { Autosave } from "@/lib/editor/autosave-contract";
import type { EditorStore } from "@/lib/editor/store";
import { openDocument } from "@/lib/template/open-document";

/** How often a tab says that it is there, ms; the server forgets it after three and a half of these. */
const BEAT = 10_000;
/** How soon it asks again when what came could not be shown yet, ms. */
const SOON = 4_000;

export type Companion = {
  readonly name: string;
  /** The same person, in another tab or on another device. */
  readonly isYou: boolean;
  readonly canEdit: boolean;
};

export type Presence = {
  readonly state: Pick<StoreApi<readonly Companion[]>, "getState" | "getInitialState" | "subscribe">;
  /** Says good-bye and stops. */
  close: () => void;
};

const beatAnswer = z.object({
  revision: z.number().int(),
  brandLocked: z.boolean(),
  others: z.array(z.object({ name: z.string(), isYou: z.boolean(), canEdit: z.boolean() })),
});
const draftAnswer = z.object({ document: z.unknown(), revision: z.number().int() });

export type PresenceOptions = {
  /** Where the API has the template. */
  templatePath: string;
  templateId: string;
  tabId: string;
  store: EditorStore;
  autosave: Autosave;
  /** Whether the template was brand-locked when this tab opened it. */
  brandLocked: boolean;
  /** Somebody has brand-locked it since, or unlocked it. */
  onBrandLock: (brandLocked: boolean) => void;
};

/**
 * Tells the server that this tab has the template open, hears who else does, and takes over what they save as long
 * as nothing here is unsaved. Without an answer it keeps what it knew and asks again; saving never waits for it.
 */
export function openPresence(options: PresenceOptions): Presence {
  const { templatePath, templateId, tabId, store, autosave } = options;
  let { brandLocked } = options;
  const path = `${templatePath}/presence`;
  const others = createStore<readonly Companion[]>(() => []);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: Promise<number> | null = null;
  let askAgain = false;
  let closed = false;

  async function beat(): Promise<void> {
    if (closed) return;
    clearTimeout(timer);
    if (asking) {
      askAgain = true;
      return;
    }
    asking = listen().catch(() => BEAT);
    const next = await asking;
    asking = null;
    if (closed) return;
    timer = setTimeout(() => void beat(), askAgain ? 0 : next);
    askAgain = false;
  }

  /** Answers when to ask again, ms. */
  async function listen(): Promise<number> {
    const heard = await callApi({ method: "POST", path, body: { tabId }, answer: beatAnswer });
    if (closed) return BEAT;
    if (!sameCompanions(others.getState(), heard.others)) others.setState(heard.others, true);
    // What was heard before is what counts: an answer on its way while this person locks it knows nothing of that.
    if (heard.brandLocked !== brandLocked) {
      brandLocked = heard.brandLocked;
      options.onBrandLock(brandLocked);
    }
    if (heard.revision <= autosave.state.getState().revision) return BEAT;
    return takeOver();
  }

  /** What somebody saved meanwhile, unless this tab has work of its own: then its next save meets it. */
  async function takeOver(): Promise<number> {
    if (!isAtRest()) return SOON;
    const draft = await callApi({ method: "GET", path: `${templatePath}/draft`, answer: draftAnswer });
    if (closed || !isAtRest()) return SOON;
    const { document, repairs } = openDocument(draft.document);
    // One of a newer release must not be written over: the next save says so.
    if (repairs.some(({ code }) => code === "future_version")) return BEAT;
    if (autosave.arrive(document, draft.revision)) {
      store.notify({ kind: "info", message: `${whoSaved(others.getState())} You see it as it is now.` });
    }
    return BEAT;
  }

  /** In the middle of a drag or a word nothing is put in its place. */
  function isAtRest(): boolean {
    const { gesture, editingTextId } = store.getState();
    const { kind } = autosave.state.getState().save;
    return gesture === null && editingTextId === null && (kind === "idle" || kind === "saved");
  }

  // Tabs of the same browser need not wait for the next beat to hear of one another.
  let channel =
    typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`nameplate-template:${templateId}`);
  const call = () => channel?.postMessage(tabId);
  if (channel) channel.onmessage = () => void beat();
  const forgetSaves = autosave.state.subscribe(({ revision }, before) => {
    if (revision !== before.revision) call();
  });

  function leave(): void {
    // It may outlive the page; whether it arrives is not worth waiting for, silence says the same a little later.
    void fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ tabId, leaving: true }),
      keepalive: true,
    })
      .then(call)
      .catch(() => undefined);
  }
  const onReturn = () => {
    if (document.visibilityState === "visible") void beat();
  };
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) void beat();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", onShow);
  window.addEventListener("online", onReturn);
  document.addEventListener("visibilitychange", onReturn);
  void beat().then(call);

  return {
    state: others,
    close: () => {
      closed = true;
      clearTimeout(timer);
      forgetSaves();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", onShow);
      window.removeEventListener("online", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
      // A word of being there that is still on its way must not come after the good-bye.
      void (asking ?? Promise.resolve()).then(leave);
      if (channel) channel.onmessage = null;
      // The good-bye still goes out through it.
      setTimeout(() => {
        channel?.close();
        channel = null;
      }, 2_000);
    },
  };
}

/** Who saved: the one who can have, or nobody named where that may be several. */
function whoSaved(others: readonly Companion[]): string {
  const editors = others.filter(({ canEdit }) => canEdit);
  const [only] = editors;
  if (!only || editors.length > 1) return "This template was changed elsewhere.";
  return only.isYou ? "You changed this template in another tab." : `${only.name} changed this template.`;
}

function sameCompanions(one: readonly Companion[], other: readonly Companion[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ name, isYou, canEdit }, index) =>
        name === other[index]?.name && isYou === other[index].isYou && canEdit === other[index].canEdit,
    )
  );
}
