"use client";

import { Info, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useEditor, useEditorState, useSaveState } from "./editor-context";

/** Most mends named one by one. */
const LISTED = 6;

/** What the editor has to say over the stage: what was mended, until it is read. */
export function Notices({ repairs }: { repairs: readonly string[] }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 top-3 z-10 flex flex-col items-center gap-2 px-3">
      <RepairNotice repairs={repairs} />
      <StoreNotices />
    </div>
  );
}

function RepairNotice({ repairs }: { repairs: readonly string[] }) {
  const [dismissed, setDismissed] = useState(false);
  if (repairs.length === 0 || dismissed) return null;
  return (
    <Card
      icon={<TriangleAlert aria-hidden className="size-4 text-warning-text" />}
      onDismiss={() => setDismissed(true)}
    >
      <p className="font-medium">This template was damaged and has been mended.</p>
      <ul className="mt-1 grid gap-0.5 text-muted text-xs">
        {repairs.slice(0, LISTED).map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two mends can say the same
          <li key={index}>{message}</li>
        ))}
        {repairs.length > LISTED ? <li>And {repairs.length - LISTED} more.</li> : null}
      </ul>
    </Card>
  );
}

/** The version not chosen in a conflict, until it is restored or let go: a row of its own, as it may stay for days. */
export function OtherVersionBar() {
  const { autosave, refusal } = useEditor();
  const saved = useStore(autosave.state, (state) => state.confirmed);
  const other = useStore(autosave.state, (state) => state.other);
  const save = useSaveState();
  const reasonId = useId();
  // Who may do less since, or than those who made the other one, could not save it.
  useEditorState((state) => state.rights);
  if (!other || save.kind === "conflict") return null;
  const refused = refusal(saved, other.document);
  return (
    <div role="status" className="flex min-h-9 items-center gap-2 border-t bg-accent-soft px-3 text-xs">
      <Info aria-hidden className="size-3.5 shrink-0 text-accent-text" />
      <p className="min-w-0 flex-1">
        {other.whose === "theirs" ? "The other version is kept." : "Your other version is kept."}
        {refused ? <span id={reasonId}> It cannot be switched to. {refused.message}</span> : null}
      </p>
      <Button
        size="small"
        disabled={refused !== null}
        aria-describedby={refused ? reasonId : undefined}
        onClick={() => autosave.restoreOther()}
      >
        Switch to it
      </Button>
      <Button size="small" variant="ghost" onClick={() => autosave.forgetOther()}>
        Let it go
      </Button>
    </div>
  );
}

/** Sentences of the store become toasts: said once, then gone. */
function StoreNotices() {
  const { store } = useEditor();
  const notices = useEditorState((state) => state.notices);
  useEffect(() => {
    for (const { id, kind, message } of notices) {
      if (kind === "error") toast.error(message, { duration: 8000 });
      else toast(message);
      store.dismiss(id);
    }
  }, [notices, store]);
  return null;
}

function Card({
  icon,
  onDismiss,
  children,
}: {
  icon: ReactNode;
  onDismiss?: () => void;
  children: ReactNode;
}) {
  return (
    <div
      role="status"
      className="pointer-events-auto flex w-full max-w-md animate-pop items-start gap-2.5 rounded-lg bg-raised p-3 text-sm shadow-pop"
    >
      <span className="pt-0.5">{icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
      {onDismiss ? (
        <IconButton size="small" label="Dismiss" onClick={onDismiss}>
          <X className="size-3.5" />
        </IconButton>
      ) : null}
    </div>
  );
}
