"use client";

import { Lock } from "lucide-react";
import { useEditorState } from "../editor-context";

/** Says what can be done while a template is brand-locked for this person. */
export function BrandLockBanner() {
  const isLocked = useEditorState((state) => state.rights.contentOnly);
  if (!isLocked) return null;
  return (
    <p
      role="status"
      className="flex min-h-8 shrink-0 items-center justify-center gap-2 border-b bg-accent-soft px-3 py-1 text-xs"
    >
      <Lock aria-hidden className="size-3.5 shrink-0 text-accent-text" />
      Brand-locked: you can change texts and pictures
    </p>
  );
}
