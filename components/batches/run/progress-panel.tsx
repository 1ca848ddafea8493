"use client";

import { TriangleAlert } from "lucide-react";
import type { BatchProgress, BatchWait } from "@/lib/batches/batch-item";
import { bytesText } from "../../library/bytes-text";
import { Badge } from "../../ui/badge";
import { BATCH_BADGES, count, percentDone, rate, rowsToMake, timeLeft } from "../batch-words";
import { ProgressBar } from "../progress-bar";
import { useSpoken } from "./use-spoken";

/** How far a batch is. Every figure has its place from the beginning, so that nothing moves while they grow. */
export function ProgressPanel({ progress }: { progress: BatchProgress }) {
  const { state, leftOut, made, failed, bytes } = progress;
  const rows = rowsToMake(progress);
  const badge = BATCH_BADGES[state];
  const wait = state === "running" && progress.waitsFor !== null ? WAIT_WORDS[progress.waitsFor] : null;
  const spoken = useSpoken(
    `${badge.label}: ${count(made)} of ${count(rows)} pictures made${failed > 0 ? `, ${count(failed)} failed` : ""}. ${wait ?? ""}`.trim(),
    `${state} ${progress.waitsFor}`,
  );
  return (
    <section aria-label="Progress" className="rounded-lg bg-panel p-4 shadow-card">
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <div className="mb-2 flex items-baseline gap-3">
        <Badge tone={badge.tone}>{badge.label}</Badge>
        <p className="figures min-w-0 flex-1 truncate text-muted text-xs">
          {wait ? "Waiting" : paceOf(progress)}
        </p>
        <p className="figures w-12 text-right font-semibold text-sm">{percentDone(progress)} %</p>
      </div>
      <ProgressBar label="Progress" batch={progress} className="h-2" />
      {wait ? (
        <p className="mt-3 flex gap-1.5 text-warning-text text-xs">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span>{wait}</span>
        </p>
      ) : null}
      <dl className="figures mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Figure label={leftOut > 0 ? `Rows, ${count(leftOut)} left out` : "Rows"} value={count(rows)} />
        <Figure label="Made" value={count(made)} />
        <Figure label="Failed" value={count(failed)} danger={failed > 0} />
        <Figure label="Weight" value={bytes === 0 ? "–" : bytesText(bytes)} />
      </dl>
    </section>
  );
}

const WAIT_WORDS = {
  storage_full:
    "No room in storage: whoever runs this service has to make room, such as by deleting what nobody needs. Then the batch goes on by itself within a minute.",
  unavailable:
    "Pictures cannot be made or kept at the moment. The batch tries again each minute and goes on by itself.",
} as const satisfies Record<BatchWait, string>;

/** How fast it goes, or why it does not. */
function paceOf({ state, rowsPerSecond, secondsLeft }: BatchProgress): string {
  if (state !== "running") return PACE[state];
  const known = [
    rowsPerSecond === null ? "" : rate(rowsPerSecond),
    secondsLeft === null ? "" : timeLeft(secondsLeft),
  ];
  return known.filter(Boolean).join(" · ") || "Beginning…";
}

const PACE = {
  draft: "",
  paused: "Nothing is made until somebody resumes it.",
  done: "Every row is settled.",
  cancelled: "What was made by then is kept.",
} as const;

function Figure({ label, value, danger = false }: { label: string; value: string; danger?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-faint text-xs">{label}</dt>
      <dd
        className={
          danger ? "truncate font-semibold text-danger-text text-lg" : "truncate font-semibold text-lg"
        }
      >
        {value}
      </dd>
    </div>
  );
}
