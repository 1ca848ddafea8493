import type { StoreApi } from "zustand/vanilla";
import type { Document } from "@/lib/template/schema";
import type { Adoption, Autosave, AutosaveState } from "./autosave-contract";
import type { Clock } from "./clock";

/** What the choices do to the autosave they belong to. */
type Machine = {
  store: Pick<StoreApi<AutosaveState>, "getState" | "setState">;
  clock: Clock;
  /** The document on the screen. */
  shown: () => Document;
  setConfirmed: (document: Document, revision: number) => void;
  /** Puts another document on the screen. */
  replaceMine: (document: Document, why: Adoption) => void;
  send: () => void;
  settle: () => void;
  /** Another document stands on the screen: it is kept and saved soon. */
  changed: () => void;
};

/** The ways out of a conflict. Whichever version is not chosen stays at hand, and the two can change places. */
export function conflictChoices(
  machine: Machine,
): Pick<Autosave, "keepMine" | "takeTheirs" | "restoreOther"> {
  const { store, clock } = machine;
  const at = () => clock.now();
  return {
    keepMine: () => {
      const { save } = store.getState();
      if (save.kind !== "conflict") return;
      machine.setConfirmed(save.theirs, save.revision);
      store.setState({
        save: { kind: "dirty", at: at() },
        other: { document: save.theirs, whose: "theirs", at: at() },
      });
      machine.send();
    },
    takeTheirs: () => {
      const { save } = store.getState();
      if (save.kind !== "conflict") return;
      machine.setConfirmed(save.theirs, save.revision);
      store.setState({
        save: { kind: "saved", at: at() },
        other: { document: save.mine, whose: "mine", at: at() },
      });
      machine.replaceMine(save.theirs, "theirs");
      machine.settle();
    },
    restoreOther: () => {
      const { other, save } = store.getState();
      if (!other || save.kind === "conflict") return;
      const whose = other.whose === "mine" ? "theirs" : "mine";
      store.setState({ other: { document: machine.shown(), whose, at: at() } });
      machine.replaceMine(other.document, "other");
      machine.changed();
    },
  };
}
