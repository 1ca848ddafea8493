import { sameValue } from "@/lib/template/same-value";
import type { Document } from "@/lib/template/schema";
import type { KeptDraft } from "./draft-keep";

export type Recovery =
  /** The server has it all. */
  | { kind: "nothing" }
  /** This tab has work of its own already: the kept one is laid aside, to be restored by hand. */
  | { kind: "aside"; document: Document }
  /** The kept work goes on from where the server is. */
  | { kind: "continue"; document: Document }
  /** Somebody saved after the kept work began. */
  | { kind: "clash"; document: Document };

/** What becomes of work that a dead tab left behind, by what the server has now. */
export function recoveryOf(
  draft: KeptDraft,
  confirmed: { document: Document; revision: number },
  isBusy: boolean,
): Recovery {
  const { unsaved: document, sent, baseRevision } = draft;
  if (!document || sameValue(document, confirmed.document)) return { kind: "nothing" };
  if (isBusy) return { kind: "aside", document };
  const goesOn = baseRevision === confirmed.revision || (sent && sameValue(sent, confirmed.document));
  return { kind: goesOn ? "continue" : "clash", document };
}
