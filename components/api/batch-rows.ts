import { z } from "zod";
import { type RowProblemKind, rowProblem } from "@/lib/rows/check-report";
import { batchPath } from "./batches";
import { callApi } from "./call-api";

const rowItem = z.object({
  /** Its number, from 1. */
  row: z.number(),
  /** As they came, by column. */
  cells: z.array(z.string()),
  /** After clean-ups, by field; blanks are left out. */
  values: z.record(z.string(), z.string()),
  leftOut: z.boolean(),
  problems: z.array(rowProblem),
});
export type RowItem = z.infer<typeof rowItem>;

const rowsPage = z.object({
  rows: z.array(rowItem),
  /** The row from which there is more to see; null: that was all. */
  next: z.number().nullable(),
});
export type RowsPage = z.infer<typeof rowsPage>;

export type RowsQuery = {
  /** The number of the first row, from 1. */
  from: number;
  /** Most rows. */
  count: number;
  /** Only rows that have this. */
  problem: RowProblemKind | null;
};

/**
 * Rows from one on. The server looks through so many for one answer and no more, so that rarer ones come in several: all
 * of those are asked for here.
 */
export async function loadRows(
  workspace: string,
  id: string,
  { from, count, problem }: RowsQuery,
): Promise<RowsPage> {
  const rows: RowItem[] = [];
  let next: number | null = from;
  while (next !== null && rows.length < count) {
    const query = new URLSearchParams({
      from: `${next}`,
      count: `${count - rows.length}`,
      ...(problem === null ? {} : { problem }),
    });
    const path = `${batchPath(workspace, id)}/rows?${query}`;
    const page: RowsPage = await callApi({ method: "GET", path, answer: rowsPage });
    rows.push(...page.rows);
    next = page.next;
  }
  return { rows, next };
}

/** Changes a draft's row: cells by their column, or whether it gets a picture. */
export function changeRow(
  workspace: string,
  id: string,
  row: number,
  body: { cells?: Readonly<Record<string, string>>; leftOut?: boolean },
): Promise<RowItem> {
  return callApi({ method: "PATCH", path: `${batchPath(workspace, id)}/rows/${row}`, body, answer: rowItem });
}
