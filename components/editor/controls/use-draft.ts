"use client";

import { useState } from "react";

export type FieldDraft = {
  /** What is typed so far; null while nothing is. */
  text: string | null;
  type: (text: string) => void;
  drop: () => void;
  /** Takes what was typed for good. */
  settle: () => void;
};

/**
 * What is typed in a field until the focus leaves it. It is settled as it would have been when typing began: by the
 * time the focus leaves, the panel may already show another layer.
 */
export function useDraft(settle: (text: string) => void): FieldDraft {
  const [draft, setDraft] = useState<{ text: string; settle: (text: string) => void } | null>(null);
  return {
    text: draft?.text ?? null,
    type: (text) => setDraft({ text, settle: draft?.settle ?? settle }),
    drop: () => setDraft(null),
    settle: () => {
      setDraft(null);
      draft?.settle(draft.text);
    },
  };
}
