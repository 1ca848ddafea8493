import { createStore } from "zustand/vanilla";
import { AppError } from "@/lib/errors";
import { sameValue } from "@/lib/template/same-value";
import type { Document } from "@/lib/template/schema";
import type { Adoption, Autosave, AutosaveOptions, AutosaveState } from "./autosave-contract";
import { RETRY_DELAYS, SAVE_DELAY, SAVE_DELAY_LONGEST } from "./autosave-timing";
import { conflictChoices } from "./conflict-choices";
import { conflictError } from "./conflict-error";
import type { KeptDraft } from "./draft-keep";
import type { SaveReply, SaveRequest } from "./draft-transport";
import { createFlushWaiters } from "./flush-waiters";
import { createKeepWriter } from "./keep-writer";
import { recovering } from "./recovering";
import { attemptSave } from "./save-attempt";
import type { SaveState } from "./save-state";

/** A save that has no final answer yet: repeated as it is until it has one. */
type Sending = SaveRequest & { change: number };

/**
 * Keeps the server's draft up with the editor: one save in flight, the latest document next, every save
 * repeatable. Until the server confirms it, work is also in the keep, so a killed tab loses nothing.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { clock, keep, transport, templateId, tabId } = options;
  const store = createStore<AutosaveState>(() => ({
    save: { kind: "idle", at: clock.now() },
    other: null,
    revision: options.revision,
    confirmed: options.document,
  }));

  let confirmed = { document: options.document, revision: options.revision };
  let mine = options.document;
  /** Counts changes; a save covers every change up to its own number. */
  let changes = 0;
  let saved = 0;
  let sending: Sending | null = null;
  let onTheWire: AbortController | null = null;
  let failures = 0;
  const waiters = createFlushWaiters();
  let callOff: (() => void) | null = null;
  let disposed = false;

  function setConfirmed(document: Document, revision: number): void {
    confirmed = { document, revision };
    store.setState({ revision, confirmed: document });
  }
  const setSave = (save: SaveState) => store.setState({ save });
  const inConflict = () => store.getState().save.kind === "conflict";

  function wait(delay: number, task: () => void): void {
    callOff?.();
    callOff = clock.after(delay, () => {
      callOff = null;
      task();
    });
  }

  function stopWaiting(): void {
    callOff?.();
    callOff = null;
  }

  const keepWork = createKeepWriter(keep, clock, { templateId, tabId }, draftToKeep);

  function draftToKeep(): KeptDraft | null {
    const { other, save } = store.getState();
    const clean = !sending && save.kind !== "conflict" && sameValue(mine, confirmed.document);
    if (clean && !other) return null;
    return {
      templateId,
      tabId,
      at: clock.now(),
      baseRevision: confirmed.revision,
      unsaved: clean ? null : mine,
      sent: sending?.document ?? null,
      other,
    };
  }

  function change(document: Document): void {
    if (document === mine || disposed) return;
    mine = document;
    changes += 1;
    const { save } = store.getState();
    if (save.kind === "conflict") setSave({ ...save, mine });
    else if (!sending) saveSoon(save);
    void keepWork();
  }

  function saveSoon(before: SaveState): void {
    if (sameValue(mine, confirmed.document)) {
      settle();
      return;
    }
    const now = clock.now();
    const since = before.kind === "dirty" ? before.at : now;
    setSave({ kind: "dirty", at: since });
    wait(Math.max(0, Math.min(SAVE_DELAY, since + SAVE_DELAY_LONGEST - now)), send);
  }

  /** Everything is on the server. */
  function settle(): void {
    stopWaiting();
    saved = changes;
    const before = store.getState().save;
    if (before.kind !== "idle") setSave({ kind: "saved", at: clock.now() });
    waiters.answer(saved, confirmed.revision);
    void keepWork();
  }

  function send(): void {
    if (onTheWire || disposed || inConflict()) return;
    stopWaiting();
    if (!sending) {
      if (sameValue(mine, confirmed.document)) {
        settle();
        return;
      }
      sending = {
        document: mine,
        baseRevision: confirmed.revision,
        mutationId: options.newMutationId(),
        change: changes,
      };
    }
    setSave({ kind: "saving", at: clock.now() });
    void attempt(sending);
  }

  async function attempt(request: Sending): Promise<void> {
    const controller = new AbortController();
    onTheWire = controller;
    await keepWork();
    if (disposed) return;
    const { document, baseRevision, mutationId } = request;
    const reply = await attemptSave(transport, { document, baseRevision, mutationId }, controller, clock);
    onTheWire = null;
    if (!disposed) receive(request, reply);
  }

  function receive(request: Sending, reply: SaveReply | null): void {
    switch (reply?.kind) {
      case undefined:
        tryLater(
          (nextTryAt) => ({ kind: "offline", at: clock.now(), nextTryAt }),
          "The server could not be reached. Your work is kept on this computer; try again online.",
        );
        break;
      case "unavailable": {
        const { message } = reply;
        tryLater((nextTryAt) => ({ kind: "error", at: clock.now(), message, nextTryAt }), message);
        break;
      }
      case "saved":
        confirm(request, reply.revision);
        break;
      case "conflict":
        meet(request, reply.document, reply.revision);
        break;
      case "refused":
        sending = null;
        failures = 0;
        setSave({ kind: "error", at: clock.now(), message: reply.message, nextTryAt: null });
        waiters.fail(new AppError("invalid", reply.message));
        void keepWork();
    }
  }

  function confirm(request: Sending, revision: number): void {
    setConfirmed(request.document, revision);
    sending = null;
    failures = 0;
    saved = Math.max(saved, request.change);
    waiters.answer(saved, confirmed.revision);
    void keepWork();
    if (waiters.waiting()) send();
    else saveSoon({ kind: "saved", at: clock.now() });
  }

  /** The server's draft is not the one this save was made on. Only a different picture is a conflict. */
  function meet(request: Sending, theirs: Document, revision: number): void {
    if (sameValue(theirs, request.document)) {
      confirm(request, revision);
      return;
    }
    sending = null;
    failures = 0;
    const untouched = sameValue(theirs, confirmed.document) && revision !== confirmed.revision;
    if (untouched || sameValue(theirs, mine)) {
      setConfirmed(theirs, revision);
      send();
    } else {
      clash(theirs, revision);
    }
  }

  function clash(theirs: Document, revision: number): void {
    stopWaiting();
    setSave({ kind: "conflict", at: clock.now(), mine, theirs, revision });
    waiters.fail(conflictError());
    void keepWork();
  }

  function tryLater(state: (nextTryAt: number) => SaveState, message: string): void {
    const delay = RETRY_DELAYS[Math.min(failures, RETRY_DELAYS.length - 1)] ?? 30_000;
    failures += 1;
    setSave(state(clock.now() + delay));
    wait(delay, send);
    waiters.fail(new AppError("unavailable", message));
  }

  function flush(): Promise<number> {
    if (inConflict()) return Promise.reject(conflictError());
    const flushed = waiters.wait(changes);
    send();
    return flushed;
  }

  function replaceMine(document: Document, why: Adoption): void {
    mine = document;
    changes += 1;
    options.adopt(document, why);
  }

  function arrive(document: Document, revision: number): boolean {
    const isClean = !sending && !inConflict() && sameValue(mine, confirmed.document);
    if (disposed || !isClean || revision <= confirmed.revision) return false;
    const isNews = !sameValue(document, mine);
    setConfirmed(document, revision);
    if (isNews) replaceMine(document, "arrived");
    settle();
    return isNews;
  }

  const recover = recovering({
    keep,
    templateId,
    store,
    confirmed: () => confirmed,
    isTouched: () => changes > 0 || sending !== null,
    isDisposed: () => disposed,
    setConfirmed,
    replaceMine,
    clash,
    send,
    keepWork,
  });

  const choices = conflictChoices({
    store,
    clock,
    shown: () => mine,
    setConfirmed,
    replaceMine,
    send,
    settle,
    changed: () => {
      if (!sending) saveSoon(store.getState().save);
      void keepWork();
    },
  });

  const offOnline = options.onOnline(() => {
    const { save } = store.getState();
    if (save.kind === "offline" || (save.kind === "error" && save.nextTryAt !== null)) send();
  });

  return {
    state: store,
    change,
    flush,
    retry: send,
    recover,
    arrive,
    ...choices,
    forgetOther: () => {
      store.setState({ other: null });
      void keepWork();
    },
    dispose: () => {
      disposed = true;
      stopWaiting();
      offOnline();
      onTheWire?.abort();
      waiters.fail(new AppError("unavailable", "The editor was closed before the work was saved."));
    },
  };
}
