import type { StoreApi } from "zustand/vanilla";
import type { Document } from "@/lib/template/schema";
import type { Adoption, Autosave, AutosaveState } from "./autosave-contract";
import { type DraftKeep, type KeptDraft, readKeptDraft } from "./draft-keep";
import { recoveryOf } from "./recovery";

/** What recovering does to the autosave it belongs to. */
type Machine = {
  keep: DraftKeep;
  templateId: string;
  store: Pick<StoreApi<AutosaveState>, "getState" | "setState">;
  /** The server's draft that the work stands on. */
  confirmed: () => { document: Document; revision: number };
  /** Whether this tab has work of its own by now. */
  isTouched: () => boolean;
  isDisposed: () => boolean;
  setConfirmed: (document: Document, revision: number) => void;
  /** Puts another document on the screen. */
  replaceMine: (document: Document, why: Adoption) => void;
  /** The work and the server's draft are two versions. */
  clash: (theirs: Document, revision: number) => void;
  send: () => void;
  keepWork: () => Promise<void>;
};

/** Looks for the work of a tab that died, the latest there is, and takes it up. */
export function recovering(machine: Machine): Autosave["recover"] {
  const { keep, templateId, store, replaceMine } = machine;

  function takeUp(draft: KeptDraft): Awaited<ReturnType<Autosave["recover"]>> {
    const recovery = recoveryOf(draft, machine.confirmed(), machine.isTouched());
    switch (recovery.kind) {
      case "nothing":
        return draft.other ? "aside" : "nothing";
      case "aside":
        store.setState({ other: { document: recovery.document, whose: "mine", at: draft.at } });
        return "aside";
      case "continue":
        replaceMine(recovery.document, "recovered");
        machine.send();
        return "restored";
      case "clash": {
        const theirs = machine.confirmed();
        replaceMine(recovery.document, "recovered");
        // What is kept stays work on the old revision: a tab killed in the conflict finds the conflict again.
        machine.setConfirmed(theirs.document, draft.baseRevision);
        machine.clash(theirs.document, theirs.revision);
        return "conflict";
      }
    }
  }

  return async () => {
    const found = await keep.abandoned(templateId).catch(() => []);
    const drafts = found.map(readKeptDraft).filter((draft) => draft !== null);
    const draft = drafts.sort((a, b) => b.at - a.at)[0];
    if (!draft || machine.isDisposed()) return "nothing";
    if (draft.other && !store.getState().other) store.setState({ other: draft.other });
    const outcome = takeUp(draft);
    // The work stands under this tab's name before the dead tab's record goes.
    await machine.keepWork();
    await keep.remove(templateId, draft.tabId).catch(() => undefined);
    return outcome;
  };
}
