"use client";

import type { CheckReport, RowProblem } from "@/lib/rows/check-report";
import { count } from "../batch-words";
import { PROBLEM_NAMES } from "./problem-words";
import { RowPicture } from "./row-picture";
import type { Draft } from "./use-draft";

export type WorstRowsProps = {
  workspace: string;
  draft: Draft;
  report: CheckReport | null;
  size: { width: number; height: number };
};

/** Most pictures that are shown. */
const SHOWN = 12;

/** Pictures of the rows in which most could go wrong: long values, missing ones, odd ones. */
export function WorstRows({ workspace, draft, report, size }: WorstRowsProps) {
  const worst = (report?.worst ?? []).slice(0, SHOWN);
  if (worst.length === 0) return null;
  return (
    <section aria-label="Rows worth a look">
      <h3 className="mb-2 font-semibold text-sm">Rows worth a look</h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,45%),1fr))] gap-4">
        {worst.map(({ row, problems }) => (
          <li key={row}>
            <RowPicture
              workspace={workspace}
              batchId={draft.batch.id}
              row={row}
              look={draft.look}
              size={size}
              caption={`Row ${count(row)}: ${namesOf(problems)}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function namesOf(problems: readonly RowProblem[]): string {
  return [...new Set(problems.map(({ kind }) => PROBLEM_NAMES[kind].toLowerCase()))].join(", ");
}
