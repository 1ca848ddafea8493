"use client";

import { RefreshCw } from "lucide-react";
import { cleanCell } from "@/lib/rows/clean-up";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { count, many } from "../batch-words";
import type { TemplateFacts } from "../template-facts";
import { CleanUpList } from "./clean-up-list";
import { PageButtons } from "./page-buttons";
import { ProblemFilters } from "./problem-filters";
import { RowsTable } from "./rows-table";
import type { Check } from "./use-check";
import type { Draft } from "./use-draft";
import { useRows } from "./use-rows";
import { WorstRows } from "./worst-rows";

export type CheckStepProps = { workspace: string; draft: Draft; template: TemplateFacts; check: Check };

/** What is odd in the list, where it stands, and what mends it. */
export function CheckStep({ workspace, draft, template, check }: CheckStepProps) {
  const { batch, revision } = draft;
  const rows = useRows(workspace, batch.id, `${revision} ${check.times}`, draft.touchRow);
  const { report } = check;
  const fills = new Map(
    template.fields.flatMap(({ key }): [number, string][] => {
      const column = batch.mapping[key];
      return typeof column === "number" ? [[column, key]] : [];
    }),
  );
  /** A cell as it comes into pictures: after the clean-ups of its column. */
  function shownOf(text: string, column: number): string {
    const field = template.fields.find(({ key }) => batch.mapping[key] === column);
    const locale = field?.format.locale ?? DEFAULT_FORMAT.locale;
    return batch.cleanUps
      .filter((each) => each.column === column)
      .reduce((cleaned, { kind }) => cleanCell(cleaned, kind, locale), text);
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="flex min-h-8 flex-wrap items-center gap-3">
        <p role="status" className="figures min-w-0 flex-1 text-sm">
          {check.failed !== null ? (
            <span className="text-danger-text">{check.failed}</span>
          ) : report === null ? (
            "Looking at every row…"
          ) : report.rowsWithProblems === 0 ? (
            `Nothing odd in ${many(report.rows, "row")}.`
          ) : (
            `${count(report.rowsWithProblems)} of ${many(report.rows, "row")} ${report.rowsWithProblems === 1 ? "is" : "are"} worth a look. All of them can be made all the same.`
          )}
        </p>
        {check.isOld ? <p className="text-faint text-xs">Changed since the last check</p> : null}
        <Button
          size="small"
          className="min-w-28"
          busy={check.checking}
          icon={<RefreshCw aria-hidden className="size-3.5" />}
          onClick={check.again}
        >
          Check again
        </Button>
      </header>
      <CleanUpList draft={draft} report={report} page={rows.page} />
      <section aria-label="The data" className="rounded-lg bg-panel shadow-card">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-3 py-2">
          <ProblemFilters report={report} all={batch.rows} value={rows.problem} onChange={rows.filter} />
          <PageButtons rows={rows} all={batch.rows} />
        </div>
        {rows.failed !== null ? (
          <div role="alert" className="flex flex-wrap items-center gap-3 px-4 py-6 text-danger-text text-sm">
            {rows.failed}
            <Button size="small" onClick={rows.retry}>
              Try again
            </Button>
          </div>
        ) : rows.page === null ? (
          <div aria-busy="true" className="grid gap-2 p-4">
            {["a", "b", "c", "d", "e", "f"].map((key) => (
              <Skeleton key={key} className="h-6" />
            ))}
          </div>
        ) : rows.page.rows.length === 0 ? (
          <p className="px-4 py-10 text-center text-muted text-sm">
            {rows.problem === null ? "The list has no rows." : "No row is like that any more."}
          </p>
        ) : (
          <RowsTable rows={rows} columns={batch.columns} fills={fills} shownOf={shownOf} />
        )}
      </section>
      <WorstRows workspace={workspace} draft={draft} report={report} size={template} />
    </div>
  );
}
