import { contentOnlyChange } from "@/lib/template/content-only";
import { type Breach, changedLock, respectsLocks } from "@/lib/template/locks";
import type { Document } from "@/lib/template/schema";

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
