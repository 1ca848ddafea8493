import type { BrandKit } from "@/lib/template/brand";
import { contentOnlyChange } from "@/lib/template/content-only";
import { type Breach, changedLock, respectsLocks } from "@/lib/template/locks";
import type { Document } from "@/lib/template/schema";
import { withKit } from "@/lib/template/with-kit";

/** What the person may change of this template. The server judges every save anew by the same functions. */
export type Rights = {
  /** Whether they set locks: of layers, and of the template. */
  readonly lock: boolean;
  /** Whether the template is brand-locked for them: texts and pictures change, and nothing else. */
  readonly contentOnly: boolean;
};

export const ALL_RIGHTS: Rights = { lock: true, contentOnly: false };

/** The first thing of a change that this person may not do; null when they may do all of it. */
export function breachOf({ lock, contentOnly }: Rights, before: Document, after: Document): Breach | null {
  return (
    (contentOnly ? contentOnlyChange(before, after) : null) ??
    respectsLocks(before, after) ??
    (lock ? null : changedLock(before, after))
  );
}

/**
 * What the server would refuse of a design in place of the one it has; null when it would take it. It never refuses those
 * who set locks, and looks at both sides with the kit's present values.
 */
export function refusalOf(
  rights: Rights,
  kit: BrandKit | null,
  saved: Document,
  next: Document,
): Breach | null {
  if (rights.lock) return null;
  return breachOf(rights, withKit(saved, kit), withKit(next, kit));
}
