"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { type BatchFailure, type BatchItem, loadFailures, stepBatch } from "../../api/batches";
import { sentenceOf } from "../../api/call-api";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { count, many } from "../batch-words";

export type FailureListProps = {
  workspace: string;
  id: string;
  /** How many rows have no picture. */
  failed: number;
  /** Whether they can be tried again now. */
  canRetry: boolean;
  onBatch: (batch: BatchItem) => void;
};

/** Rows without a picture, each with its reason; all can be tried again. */
export function FailureList({ workspace, id, failed, canRetry, onBatch }: FailureListProps) {
  const [failures, setFailures] = useState<readonly BatchFailure[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [busy, setBusy] = useState<"more" | "retry" | null>(null);

  // While it runs more may come: asked anew when their number is another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let current = true;
    loadFailures(workspace, id).then(
      (page) => {
        if (!current) return;
        setFailures(page.failures);
        setCursor(page.nextCursor);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workspace, id, failed]);

  async function more() {
    setBusy("more");
    try {
      const page = await loadFailures(workspace, id, cursor);
      setFailures((list) => [...(list ?? []), ...page.failures]);
      setCursor(page.nextCursor);
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(null);
  }

  async function retry() {
    setBusy("retry");
    try {
      onBatch(await stepBatch(workspace, id, "retry"));
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(null);
  }

  return (
    <section aria-label="Failed rows" className="mt-6">
      <header className="mb-2 flex min-h-7 items-center gap-3">
        <h2 className="figures min-w-0 flex-1 font-semibold text-sm">
          {many(failed, "row")} without a picture
        </h2>
        {canRetry ? (
          <Button
            size="small"
            busy={busy === "retry"}
            icon={<RotateCcw aria-hidden className="size-3.5" />}
            onClick={() => void retry()}
          >
            Retry failed rows
          </Button>
        ) : null}
      </header>
      <ul
        aria-label="Failed rows"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys must reach it
        tabIndex={0}
        className="max-h-80 divide-y overflow-y-auto rounded-lg bg-panel shadow-card"
      >
        {failures === null ? (
          <li className="px-4 py-2.5">
            <Skeleton className="h-5 w-64" />
          </li>
        ) : (
          failures.map(({ row, message }) => (
            <li key={row} className="flex gap-4 px-4 py-2.5 text-sm">
              <span className="figures w-20 shrink-0 text-muted">Row {count(row)}</span>
              <span className="wrap-anywhere min-w-0">{message}</span>
            </li>
          ))
        )}
      </ul>
      {cursor === null ? null : (
        <Button className="mt-3" busy={busy === "more"} onClick={() => void more()}>
          Show more
        </Button>
      )}
    </section>
  );
}
