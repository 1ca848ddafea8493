"use client";

import { ArrowRight, Check, Sparkles } from "lucide-react";
import type { CheckReport } from "@/lib/rows/check-report";
import { CLEAN_UPS, type CleanUp, cleanCell } from "@/lib/rows/clean-up";
import type { RowsPage } from "../../api/batch-rows";
import { Button } from "../../ui/button";
import { columnName, many } from "../batch-words";
import { CLEAN_UP_WORDS } from "./clean-up-words";
import type { Draft } from "./use-draft";

export type CleanUpListProps = {
  draft: Draft;
  report: CheckReport | null;
  /** Rows in sight, for examples of what a clean-up does. */
  page: RowsPage | null;
};

/** Of examples only: how a field writes is decided where its value is made. */
const LOCALE = "en-US";

type Suggestion = CheckReport["cleanUps"][number];

/** What can be mended with one click, and what was: nothing of it changes the list itself, so each can be undone. */
export function CleanUpList({ draft, report, page }: CleanUpListProps) {
  const { batch, change } = draft;
  const applied = batch.cleanUps;
  const isOn = (each: CleanUp) => applied.some((on) => on.column === each.column && on.kind === each.kind);
  const open = (report?.cleanUps ?? []).filter((each) => !isOn(each));
  // A name of two words may be meant: what takes words away is a choice of its own.
  const mending = open.filter(({ kind }) => kind !== "first_word");
  if (open.length === 0 && applied.length === 0) return null;

  const apply = (more: readonly Suggestion[]) =>
    void change({
      // Spaces go first: they are no part of a name.
      cleanUps: [...applied, ...more.map(({ column, kind }) => ({ column, kind }))].toSorted(
        (one, other) => CLEAN_UPS.indexOf(one.kind) - CLEAN_UPS.indexOf(other.kind),
      ),
    });

  return (
    <section aria-label="Clean-ups" className="rounded-lg bg-panel shadow-card">
      <header className="flex min-h-11 items-center gap-3 border-b px-4 py-1.5">
        <Sparkles aria-hidden className="size-4 text-accent-text" />
        <h3 className="min-w-0 flex-1 font-semibold text-sm">Clean-ups</h3>
        {mending.length > 1 ? (
          <Button size="small" onClick={() => apply(mending)}>
            Do all {mending.length}
          </Button>
        ) : null}
      </header>
      <ul className="divide-y">
        {applied.map((each) => (
          <li
            key={`${each.column} ${each.kind}`}
            className="flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm"
          >
            <Check aria-hidden className="size-4 shrink-0 text-success-text" />
            <p className="min-w-0 flex-1">
              {CLEAN_UP_WORDS[each.kind].done}{" "}
              <span className="text-muted">in {columnName(batch.columns, each.column)}</span>
            </p>
            <Button
              size="small"
              variant="ghost"
              aria-label={`Undo: ${CLEAN_UP_WORDS[each.kind].done} in ${columnName(batch.columns, each.column)}`}
              onClick={() =>
                void change({
                  cleanUps: applied.filter((on) => on.column !== each.column || on.kind !== each.kind),
                })
              }
            >
              Undo
            </Button>
          </li>
        ))}
        {open.map((each) => {
          const name = columnName(batch.columns, each.column);
          return (
            <li
              key={`${each.column} ${each.kind}`}
              className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm"
            >
              <p className="min-w-0 flex-1 basis-64">
                {CLEAN_UP_WORDS[each.kind].todo} <span className="text-muted">in {name}</span>{" "}
                <span className="figures text-faint">· {many(each.cells, "cell")}</span>
              </p>
              <Example cleanUp={each} page={page} />
              <Button
                size="small"
                aria-label={`Do it: ${CLEAN_UP_WORDS[each.kind].todo} in ${name}`}
                onClick={() => apply([each])}
              >
                Do it
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A cell in sight before and after; nothing where none of them would change. */
function Example({ cleanUp: { column, kind }, page }: { cleanUp: CleanUp; page: RowsPage | null }) {
  const cells = (page?.rows ?? []).map(({ cells: all }) => all[column] ?? "");
  const before = cells.find((cell) => cleanCell(cell, kind, LOCALE) !== cell);
  if (before === undefined) return null;
  return (
    <p className="flex min-w-0 max-w-full items-center gap-2 font-mono text-xs">
      <span className="max-w-40 truncate whitespace-pre rounded-sm bg-active px-1">{before}</span>
      <ArrowRight aria-hidden className="size-3 shrink-0 text-faint" />
      <span className="sr-only">becomes</span>
      <span className="max-w-40 truncate whitespace-pre rounded-sm bg-success-soft px-1">
        {cleanCell(before, kind, LOCALE)}
      </span>
    </p>
  );
}
