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

const stored = z.object({
  templateId: z.string(),
  tabId: z.string(),
  at: z.number(),
  baseRevision: z.number().int(),
  unsaved: z.unknown(),
  sent: z.unknown(),
  other: z.object({ document: z.unknown(), whose: z.enum(["mine", "theirs"]), at: z.number() }).nullable(),
});

/** Reads a record, whatever an older version of the editor left there; null when it is none. */
export function readKeptDraft(input: unknown): KeptDraft | null {
  const parsed = stored.safeParse(input);
  if (!parsed.success) return null;
  const { unsaved, sent, other, ...rest } = parsed.data;
  return {
    ...rest,
    unsaved: openKept(unsaved),
    sent: openKept(sent),
    other: other && { ...other, document: openDocument(other.document).document },
  };
}

function openKept(input: unknown): Document | null {
  return input === null || input === undefined ? null : openDocument(input).document;
}
