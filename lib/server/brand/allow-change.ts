import { allowed } from "@/lib/accounts/permissions";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { BrandKit } from "@/lib/template/brand";
import { contentOnlyChange } from "@/lib/template/content-only";
import { changedLock, respectsLocks } from "@/lib/template/locks";
import type { Document } from "@/lib/template/schema";
import { withKit } from "@/lib/template/with-kit";
import { openWithKit } from "./open-with-kit";

export type StoredDraft = { draft: unknown; brandLocked: boolean };

/**
 * Refuses what a member may not change of a draft as `forbidden`, with a sentence and a JSON pointer (below `/document`):
 * for members who may not set locks, what the layers' locks keep, and everything but content in a brand-locked template.
 * Both sides are looked at with the brand kit's present values, so that nobody is blamed for what the kit changed. Answers
 * what to store: for those members what was judged, the kit's values in it. A value of their own that hid behind one of
 * the kit would come to light with its deletion.
 */
export function requireAllowedChange(
  { role }: Scope,
  { draft, brandLocked }: StoredDraft,
  document: Document,
  kit: BrandKit | null,
): Document {
  if (allowed(role, "template.lock")) return document;
  const before = openWithKit(draft, kit);
  const after = withKit(document, kit);
  const breach =
    (brandLocked ? contentOnlyChange(before, after) : null) ??
    respectsLocks(before, after) ??
    changedLock(before, after);
  if (breach) throw new AppError("forbidden", breach.message, { path: `/document${breach.path}` });
  return after;
}
