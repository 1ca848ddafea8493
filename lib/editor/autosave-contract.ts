import type { StoreApi } from "zustand/vanilla";
import type { Document } from "@/lib/template/schema";
import type { Clock } from "./clock";
import type { DraftKeep } from "./draft-keep";
import type { SaveTransport } from "./draft-transport";
import type { OtherVersion, SaveState } from "./save-state";

export type AutosaveState = {
  readonly save: SaveState;
  readonly other: OtherVersion | null;
  /** Revision of the server's draft that this tab's work stands on. */
  readonly revision: number;
  /** The server's draft that this tab's work stands on. */
  readonly confirmed: Document;
};

/** Why a document is put in place of the one on the screen. */
export type Adoption = "recovered" | "theirs" | "other" | "arrived";

export type AutosaveOptions = {
  templateId: string;
  /** Fresh for every page load. */
  tabId: string;
  /** The draft as the server gave it. */
  document: Document;
  revision: number;
  transport: SaveTransport;
  keep: DraftKeep;
  clock: Clock;
  /** A fresh id a save, 8 to 80 letters, digits, `-` and `_`: a UUID will do. */
  newMutationId: () => string;
  /** Calls back whenever the connection returns; the answer ends it. */
  onOnline: (listener: () => void) => () => void;
  /** Shows another document; an undoable step of the editor, so that this loses nothing either. */
  adopt: (document: Document, why: Adoption) => void;
};

export type Autosave = {
  readonly state: Pick<StoreApi<AutosaveState>, "getState" | "getInitialState" | "subscribe">;
  /** Tells of the document as it is now; saved soon, the latest wins. */
  change: (document: Document) => void;
  /**
   * Saves everything up to now at once and answers the revision that holds it; publishing waits for this.
   * Rejects with an AppError (`conflict`, `unavailable`, `invalid`) when that cannot be done now.
   */
  flush: () => Promise<number>;
  /** Tries again now instead of waiting. */
  retry: () => void;
  /** Looks for work of a tab that died and takes it up. Call once, after opening. */
  recover: () => Promise<"nothing" | "restored" | "conflict" | "aside">;
  /**
   * Somebody else has saved: shows what they made where nothing here is unsaved, and answers whether it did. With
   * unsaved work nothing happens: the next save meets their version, as a conflict where the two differ.
   */
  arrive: (document: Document, revision: number) => boolean;
  /** In a conflict: saves this tab's version over the other one, which stays restorable. */
  keepMine: () => void;
  /** In a conflict: shows the other version; this tab's stays restorable. */
  takeTheirs: () => void;
  /** Changes places with the version that was not chosen. */
  restoreOther: () => void;
  /** Lets the version that was not chosen go. */
  forgetOther: () => void;
  /** Ends timers and listeners. What is unsaved stays kept on this computer. */
  dispose: () => void;
};
