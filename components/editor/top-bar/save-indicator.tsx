"use client";

import { Check, CloudOff, RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import { Tooltip } from "@/components/ui/tooltip";
import { saveLabel } from "@/lib/editor/save-state";
import { useEditor, useSaveState } from "../editor-context";

/** Whether the work is on the server, in two words and an icon. `useAnnouncedSaving` reads out what matters of it. */
export function SaveIndicator({ compact }: { compact: boolean }) {
  const { autosave, canEdit } = useEditor();
  const state = useSaveState();
  if (!canEdit)
    return <span className="shrink-0 rounded-sm bg-active px-1.5 text-2xs text-muted">View only</span>;
  const { text, detail, tone } = saveLabel(state);
  const shown = state.kind === "offline" ? "Offline: kept on this device" : text;
  const canRetry = state.kind === "offline" || state.kind === "error";
  return (
    <div className="flex shrink-0 items-center gap-1">
      <Tooltip label={detail || "Every change is saved by itself."}>
        <span
          role="status"
          aria-live="off"
          aria-label={shown}
          data-testid="save-state"
          data-state={state.kind}
          className={classNames(
            "flex items-center gap-1 whitespace-nowrap text-xs",
            tone === "warning" ? "text-warning-text" : tone === "alert" ? "text-danger-text" : "text-faint",
          )}
        >
          {iconFor(state.kind)}
          <span className={compact ? "sr-only" : "hidden lg:inline"}>{shown}</span>
        </span>
      </Tooltip>
      {canRetry ? (
        <button
          type="button"
          onClick={() => autosave.retry()}
          className="flex items-center gap-1 rounded-md px-1.5 py-0.5 text-muted text-xs hover:bg-hover hover:text-text"
        >
          <RotateCw aria-hidden className="size-3" />
          Try now
        </button>
      ) : null}
    </div>
  );
}

function iconFor(kind: ReturnType<typeof useSaveState>["kind"]): ReactNode {
  switch (kind) {
    case "idle":
    case "saved":
      return <Check aria-hidden className="size-3.5" />;
    case "dirty":
    case "saving":
      return <Spinner className="size-3 opacity-60" />;
    case "offline":
      return <CloudOff aria-hidden className="size-3.5" />;
    case "conflict":
    case "error":
      return <TriangleAlert aria-hidden className="size-3.5" />;
  }
}
