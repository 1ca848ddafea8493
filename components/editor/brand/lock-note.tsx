"use client";

import { Lock } from "lucide-react";
import { lockReason } from "@/lib/editor/brand/free-ids";
import type { Lock as Aspect } from "@/lib/template/primitives";
import type { Layer } from "@/lib/template/schema";
import { useEditorState } from "../editor-context";

const SHOWN: readonly Aspect[] = ["position", "style", "content"];

/** Why controls below are dimmed, once for all of them, which name it by `id` as their description. */
export function LockNote({ id, layers }: { id: string; layers: readonly Layer[] }) {
  const document = useEditorState((state) => state.document);
  const rights = useEditorState((state) => state.rights);
  const ids = layers.map(({ id }) => id);
  const reasons = new Set(SHOWN.flatMap((aspect) => lockReason({ document, rights }, ids, aspect) ?? []));
  if (reasons.size === 0) return null;
  return (
    <ul id={id} className="grid gap-1 border-b px-3 py-2 text-muted text-xs">
      {[...reasons].map((reason) => (
        <li key={reason} className="flex gap-1.5">
          <Lock aria-hidden className="mt-0.5 size-3 shrink-0 text-faint" />
          <span className="min-w-0">{reason}</span>
        </li>
      ))}
    </ul>
  );
}
