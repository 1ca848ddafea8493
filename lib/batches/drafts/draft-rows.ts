import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { type CheckReport, checkReport, ROW_PROBLEMS, type RowProblem } from "@/lib/rows/check-report";
import { type CheckPlan, RowChecker } from "@/lib/rows/check-rows";
import { LIST_BOUNDS } from "@/lib/rows/list-bounds";
import { rowValues } from "@/lib/rows/row-values";
import { db } from "@/lib/server/db";
import { partsOf } from "../batch-row";
import { eachRow, type NumberedRow } from "../parts";
import { draftPlan } from "./draft-plan";
import { findBatch } from "./find-draft";

export const draftRowsQuery = z.object({
  from: z.coerce.number().int().min(1).max(LIST_BOUNDS.rows).default(1),
  count: z.coerce.number().int().min(1).max(200).default(50),
  /** Only rows that have this. */
  problem: z.enum(ROW_PROBLEMS).optional(),
});
export type DraftRowsQuery = z.infer<typeof draftRowsQuery>;

export type DraftRow = {
  row: number;
  /** As they stand in the list. */
  cells: string[];
  /** What they come to after clean-ups, by field; a field without a value shows its fallback. */
  values: Record<string, string>;
  leftOut: boolean;
  problems: RowProblem[];
};

export type DraftRows = {
  rows: DraftRow[];
  /** From where there is more to see; null: that was all. */
  next: number | null;
};

/** Rows that are looked through for one answer: it comes soon, and the next begins where it ended. */
const MOST_SEARCHED = 5_000;

/** Rows of a batch for a table, with what is wrong with each. @throws AppError `not_found` */
export async function draftRows(
  scope: Scope,
  id: string,
  { from, count, problem }: DraftRowsQuery,
  now: Date,
): Promise<DraftRows> {
  const batch = await findBatch(scope, id, now);
  const plan = await draftPlan(scope, batch);
  const checker = new RowChecker(plan);
  const known = knownProblems(await reportOf(scope, id));
  const rows: DraftRow[] = [];
  for await (const numbered of eachRow(partsOf(scope, batch), from)) {
    const { row } = numbered;
    if (rows.length === count || row >= from + MOST_SEARCHED) return { rows, next: row };
    const found = draftRow(plan, checker, numbered, known.get(row));
    const isWanted = problem === undefined || found.problems.some(({ kind }) => kind === problem);
    if (isWanted) rows.push(found);
  }
  return { rows, next: null };
}

/** A row for a table. `known`: what only a check of all rows can tell of it. */
export function draftRow(
  plan: CheckPlan,
  checker: RowChecker,
  { row, cells, leftOut }: NumberedRow,
  known: readonly RowProblem[] = [],
): DraftRow {
  const own = checker.problemsOf(cells);
  const others = known.filter(
    ({ kind, column }) => !own.some((problem) => problem.kind === kind && problem.column === column),
  );
  const { fields, mapping, cleanUps } = plan;
  const values = rowValues(cells, fields, mapping, cleanUps);
  const padded = plan.columns.map((_, column) => cells[column] ?? "");
  return { row, cells: padded, values, leftOut, problems: leftOut ? [] : [...own, ...others] };
}

async function reportOf(scope: Scope, id: string): Promise<CheckReport | null> {
  const batch = await db().batch.findFirst({
    where: { id, workspaceId: scope.workspaceId },
    select: { report: true },
  });
  const report = checkReport.safeParse(batch?.report);
  return report.success ? report.data : null;
}

/** What the last check told of rows, by row. */
function knownProblems(report: CheckReport | null): Map<number, RowProblem[]> {
  const known = new Map<number, RowProblem[]>();
  const add = (row: number, problem: RowProblem) => {
    const others = known.get(row) ?? [];
    const isThere = others.some(({ kind, column }) => kind === problem.kind && column === problem.column);
    if (!isThere) known.set(row, [...others, problem]);
  };
  // The worst rows say of which row they are a copy, so they come first.
  for (const { row, problems } of report?.worst ?? []) for (const problem of problems) add(row, problem);
  for (const { kind, column, rows } of report?.problems ?? [])
    for (const row of rows) add(row, { kind, column });
  return known;
}
