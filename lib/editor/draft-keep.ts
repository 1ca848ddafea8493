import { z } from "zod";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import type { OtherVersion } from "./save-state";

/** What a tab leaves on this computer so that closing or killing it loses nothing. One record a tab. */
export type KeptDraft = {
  templateId: string;
  /** Fresh for every page load: two tabs never write over one another. */
  tabId: string;
  /** Time of writing, ms since the epoch. */
  at: number;
  /** Revision of the server's draft this work was made on. */
  baseRevision: number;
  /** Work the server has not confirmed, or null. */
  unsaved: Document | null;
  /** The document of a save whose answer has not come; the server may or may not hold it. */
  sent: Document | null;
  /** The version not chosen in a conflict. */
  other: OtherVersion | null;
};

/** Where kept drafts live. Implementations may fail (quota, private mode); the caller goes on without. */
export type DraftKeep = {
  write: (draft: KeptDraft) => Promise<void>;
  remove: (templateId: string, tabId: string) => Promise<void>;
  /** Records of tabs that no longer run, as stored; `readKeptDraft` parses them. */
  abandoned: (templateId: string) => Promise<readonly unknown[]>;
};

/** A document that can be read in full; one that is unreadable or newer than this release is refused. */
const wholeDocument = z.unknown().transform((input, context): Document => {
  const { document, repairs } = openDocument(input);
  const lost = repairs.find(({ code }) => code === "unreadable" || code === "future_version");
  if (lost) context.addIssue({ code: "custom", message: lost.message });
  return document;
});

const keptDraft: z.ZodType<KeptDraft> = z.object({
  templateId: z.string(),
  tabId: z.string(),
  at: z.number(),
  baseRevision: z.number().int(),
  unsaved: z.union([z.null(), wholeDocument]),
  sent: z.union([z.null(), wholeDocument]),
  other: z.union([
    z.null(),
    z.object({ document: wholeDocument, whose: z.enum(["mine", "theirs"]), at: z.number() }),
  ]),
});

/**
 * Reads a record, whatever an older version of the editor left there. Null when it is none or when a document in
 * it cannot be read in full, being damaged or newer than this release: such a record is left where it is.
 */
export function readKeptDraft(input: unknown): KeptDraft | null {
  return keptDraft.safeParse(input).data ?? null;
}
