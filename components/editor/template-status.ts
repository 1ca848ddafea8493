import { createStore, type StoreApi } from "zustand";

/** What the editor knows of the template besides its document. */
export type TemplateFacts = {
  readonly name: string;
  /** Revision that the live version froze; null when nothing was published yet. */
  readonly publishedRevision: number | null;
  /** Number of the live version where this tab published it. */
  readonly publishedNumber: number | null;
  /** Key of the default link; null until the first publish makes one. */
  readonly linkKey: string | null;
  /** Editors change its texts and pictures only. */
  readonly brandLocked: boolean;
  /** It is being checked and published, whichever button began it. */
  readonly publishing: boolean;
};

export type TemplateStatus = StoreApi<TemplateFacts>;

export function createTemplateStatus(facts: TemplateFacts): TemplateStatus {
  return createStore<TemplateFacts>(() => facts);
}
