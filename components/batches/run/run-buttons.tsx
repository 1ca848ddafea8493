"use client";

import { Pause, Play, X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { BatchState } from "@/lib/batches/batch-item";
import { type BatchItem, type BatchStep, stepBatch } from "../../api/batches";
import { sentenceOf } from "../../api/call-api";
import { AskDialog } from "../../ui/ask-dialog";
import { Button } from "../../ui/button";

export type RunButtonsProps = {
  workspace: string;
  id: string;
  state: BatchState;
  onBatch: (batch: BatchItem) => void;
};

/** Pause and go on, or stop for good; the last is asked once. */
export function RunButtons({ workspace, id, state, onBatch }: RunButtonsProps) {
  const [busy, setBusy] = useState<BatchStep | null>(null);
  const [asks, setAsks] = useState(false);
  if (state !== "running" && state !== "paused") return null;
  const next = state === "running" ? "pause" : "resume";

  async function step(wanted: BatchStep) {
    setBusy(wanted);
    try {
      onBatch(await stepBatch(workspace, id, wanted));
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(null);
  }

  return (
    <>
      <Button
        className="min-w-24"
        busy={busy === next}
        icon={
          next === "pause" ? (
            <Pause aria-hidden className="size-4" />
          ) : (
            <Play aria-hidden className="size-4" />
          )
        }
        onClick={() => void step(next)}
      >
        {next === "pause" ? "Pause" : "Resume"}
      </Button>
      <Button variant="ghost" icon={<X aria-hidden className="size-4" />} onClick={() => setAsks(true)}>
        Cancel
      </Button>
      <AskDialog
        open={asks}
        onClose={() => setAsks(false)}
        title="Cancel this batch?"
        yes="Cancel batch"
        no="Let it run"
        danger
        onYes={async () => onBatch(await stepBatch(workspace, id, "cancel"))}
      >
        <p className="text-muted">
          The pictures that are made by now stay. The other rows get none, and it cannot be taken up again:
          pause it instead to go on later.
        </p>
      </AskDialog>
    </>
  );
}
