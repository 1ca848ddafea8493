"use client";

import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { type KeyItem, type NewKey, revokeKey, rotateKey } from "../api/keys";
import type { ProjectItem } from "../api/template-item";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { RotateDialog } from "../ui/rotate-dialog";
import { keyState } from "./key-state";

export type KeyRowProps = {
  item: KeyItem;
  workspace: string;
  projects: readonly ProjectItem[];
  onChanged: (key: KeyItem) => void;
  onRotated: (made: NewKey, overlapHours: number) => void;
};

export function KeyRow({ item, workspace, projects, onChanged, onRotated }: KeyRowProps) {
  const [asking, setAsking] = useState<"rotate" | "revoke" | null>(null);
  const [busy, setBusy] = useState(false);
  const state = keyState(item, Date.now());

  async function revoke() {
    setBusy(true);
    try {
      onChanged(await revokeKey(workspace, item.id));
      setAsking(null);
      toast(`“${item.name}” is revoked`);
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="truncate font-medium text-sm">{item.name}</span>
          <span suppressHydrationWarning>
            <Badge tone={state.tone}>{state.text}</Badge>
          </span>
        </p>
        <p className="mt-0.5 font-mono text-muted text-xs">nameplate_live_…{item.lastFour}</p>
        <p className="mt-1 text-muted text-xs">
          {item.scopes.join(", ")} · {reach(item, projects)}
        </p>
        <p className="mt-1 text-faint text-xs">
          Made <TimeAgo date={item.createdAt} />
          {item.createdBy ? ` by ${item.createdBy}` : ""} ·{" "}
          {item.lastUsedAt ? (
            <>
              last used <TimeAgo date={item.lastUsedAt} />
            </>
          ) : (
            "never used"
          )}
        </p>
      </div>
      {state.works && (
        <div className="flex gap-2">
          {!item.replacedById && (
            <Button size="small" onClick={() => setAsking("rotate")} aria-label={`Rotate ${item.name}`}>
              Rotate
            </Button>
          )}
          <Button size="small" onClick={() => setAsking("revoke")} aria-label={`Revoke ${item.name}`}>
            Revoke
          </Button>
        </div>
      )}
      <RotateDialog
        open={asking === "rotate"}
        onOpenChange={(open) => setAsking(open ? "rotate" : null)}
        title={`Rotate “${item.name}”`}
        description="A new key takes its place, with the same scopes and projects."
        label="The old key"
        does="Works"
        button="Make the new key"
        onRotate={async (hours) => {
          const made = await rotateKey(workspace, item.id, hours);
          setAsking(null);
          onRotated(made, hours);
        }}
      />
      <Dialog open={asking === "revoke"} onOpenChange={(open) => setAsking(open ? "revoke" : null)}>
        <DialogContent
          title={`Revoke “${item.name}”?`}
          width="small"
          footer={
            <>
              <Button onClick={() => setAsking(null)}>Cancel</Button>
              <Button variant="danger" busy={busy} onClick={() => void revoke()}>
                Revoke key
              </Button>
            </>
          }
        >
          <p className="text-muted text-sm">
            Programs that use it are refused from now on. This cannot be undone; rotate it instead to give
            them time.
          </p>
        </DialogContent>
      </Dialog>
    </li>
  );
}

function reach({ projectIds }: KeyItem, projects: readonly ProjectItem[]): string {
  if (projectIds === null) return "all projects";
  const names = projects.filter(({ id }) => projectIds.includes(id)).map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : "no project";
}
