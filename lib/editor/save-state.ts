import type { Document } from "@/lib/template/schema";

/** Where the work stands between this tab and the server. Times are in ms since the epoch. */
export type SaveState =
  /** Opened and not changed. */
  | { kind: "idle"; at: number }
  /** Changed since `at`; the next save is about to start. */
  | { kind: "dirty"; at: number }
  | { kind: "saving"; at: number }
  | { kind: "saved"; at: number }
  /** The server could not be reached; the work is kept on this device and tried again by itself. */
  | { kind: "offline"; at: number; nextTryAt: number }
  /** Somebody else saved meanwhile. Nothing is saved until one of the two is chosen; the other stays at hand. */
  | { kind: "conflict"; at: number; mine: Document; theirs: Document; revision: number }
  /** The server answered no. `nextTryAt` is null when only another change or a retry by hand makes sense. */
  | { kind: "error"; at: number; message: string; nextTryAt: number | null };

/** The version that was not chosen in a conflict: kept until it is restored or let go. */
export type OtherVersion = {
  readonly document: Document;
  readonly whose: "mine" | "theirs";
  readonly at: number;
};

export type SaveLabel = {
  text: string;
  /** A second sentence for a tooltip; empty when the text says it all. */
  detail: string;
  tone: "quiet" | "busy" | "warning" | "alert";
};

/** What the toolbar says about a save state. */
export function saveLabel(state: SaveState): SaveLabel {
  switch (state.kind) {
    case "idle":
    case "saved":
      return { text: "Saved", detail: "", tone: "quiet" };
    case "dirty":
      return { text: "Unsaved changes", detail: "They are saved in a moment.", tone: "busy" };
    case "saving":
      return { text: "Saving", detail: "", tone: "busy" };
    case "offline":
      return {
        text: "Offline",
        detail: "Your work is kept on this device and saved when the connection is back.",
        tone: "warning",
      };
    case "conflict":
      return {
        text: "Changed elsewhere",
        detail: "Somebody saved this template meanwhile. Choose a version; the other one is kept.",
        tone: "alert",
      };
    case "error":
      return {
        text: "Not saved",
        detail: `${state.message} Your work is kept on this device.`,
        tone: "alert",
      };
  }
}
