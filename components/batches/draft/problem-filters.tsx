"use client";

import { type CheckReport, ROW_PROBLEMS, type RowProblemKind } from "@/lib/rows/check-report";
import { classNames } from "../../ui/class-names";
import { count } from "../batch-words";
import { PROBLEM_NAMES } from "./problem-words";

export type ProblemFiltersProps = {
  report: CheckReport | null;
  /** How many rows there are. */
  all: number;
  value: RowProblemKind | null;
  onChange: (problem: RowProblemKind | null) => void;
};

/** What was found, each with its number of rows; one of them narrows the table to its rows. */
export function ProblemFilters({ report, all, value, onChange }: ProblemFiltersProps) {
  const choices: { value: RowProblemKind | null; label: string; rows: number }[] = [
    { value: null, label: "All rows", rows: all },
    ...kindsOf(report).map(([kind, rows]) => ({ value: kind, label: PROBLEM_NAMES[kind], rows })),
  ];
  return (
    <fieldset aria-label="Rows that are shown" className="flex min-h-7 min-w-0 flex-wrap gap-1">
      {choices.map((choice) => (
        <button
          key={choice.value ?? "all"}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className={classNames(
            "flex h-7 items-center gap-1.5 rounded-full px-3 text-xs",
            choice.value === value
              ? "bg-accent-soft font-medium text-accent-text"
              : "text-muted hover:bg-hover hover:text-text",
          )}
        >
          {choice.label}
          <span className="figures">{count(choice.rows)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Each kind of problem there is, the gravest first, and how often. */
function kindsOf(report: CheckReport | null): [RowProblemKind, number][] {
  const found = report?.problems ?? [];
  return ROW_PROBLEMS.map((kind): [RowProblemKind, number] => [
    kind,
    found.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0),
  ]).filter(([, sum]) => sum > 0);
}
