import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { requireAllowedChange } from "../brand/allow-change";
import { loadBrandKit } from "../brand/brand-kit";
import { db } from "../db";
import { acceptDocument, storableJson } from "./accept-document";
import { liveTemplate, templateNotFound } from "./find-template";
import { requireOwnReferences } from "./own-references";

export type Draft = {
  document: Document;
  revision: number;
  repairs: { code: string; path: string; message: string }[];
};

/** The draft as it can be edited: brought to the current schema, and what was damaged in it repaired and named. */
export async function loadDraft(scope: Scope, id: string): Promise<Draft> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { draft: true, revision: true },
  });
  if (!template) throw templateNotFound();
  return { ...openDocument(template.draft), revision: template.revision };
}

export const saveDraftInput = z.strictObject({
  document: z.unknown(),
  /** Revision the document was made on. */
  baseRevision: z.number().int().min(1),
  /** The same for every attempt of one save. */
  mutationId: z.string().regex(/^[A-Za-z0-9_-]{8,80}$/),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

export type SavedDraft =
  | { kind: "saved"; revision: number }
  | { kind: "conflict"; revision: number; document: Document };

/**
 * Replaces the draft if it is still at the revision the save was made on; otherwise nothing is stored, and the
 * caller gets the draft that is there. A save repeated with its mutation id is answered like the first time. What
 * locks keep from this member is refused, and what is stored has the kit's values: see `requireAllowedChange`.
 */
export async function saveDraft(scope: Scope, id: string, input: SaveDraftInput): Promise<SavedDraft> {
  const document = acceptDocument(input.document);
  await requireOwnReferences(scope, document);
  const base = { ...liveTemplate(scope, id), revision: input.baseRevision };
  const found = await db().template.findFirst({ where: base, select: { draft: true, brandLocked: true } });
  if (found) {
    const { kit } = await loadBrandKit(scope);
    const judged = requireAllowedChange(scope, found, document, kit);
    const { count } = await db().template.updateMany({
      // A template that is locked while this goes on is not written to by what was judged before.
      where: { ...base, brandLocked: found.brandLocked },
      data: {
        draft: storableJson(judged),
        revision: { increment: 1 },
        lastMutationId: input.mutationId,
      },
    });
    if (count === 1) return { kind: "saved", revision: input.baseRevision + 1 };
  }
  const stored = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { draft: true, revision: true, lastMutationId: true },
  });
  if (!stored) throw templateNotFound();
  if (stored.lastMutationId === input.mutationId) return { kind: "saved", revision: stored.revision };
  if (found && stored.revision === input.baseRevision) return saveDraft(scope, id, input);
  return { kind: "conflict", revision: stored.revision, document: openDocument(stored.draft).document };
}
