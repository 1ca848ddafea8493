"use client";

import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { RowProblemKind } from "@/lib/rows/check-report";
import { changeRow, loadRows, type RowItem, type RowsPage } from "../../api/batch-rows";
import { sentenceOf } from "../../api/call-api";

export type { RowsPage };

/** Rows on one page of the table. */
export const ROWS_A_PAGE = 50;
/** Rows that examples are taken from. */
const EXAMPLES = 3;

/** The first rows as things stand; null until they are there. The ones before stay until the next are. */
export function useFirstRows(workspace: string, id: string, look: string): RowsPage | null {
  const [page, setPage] = useState<RowsPage | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look is another reading of them
  useEffect(() => {
    let current = true;
    loadRows(workspace, id, { from: 1, count: EXAMPLES, problem: null }).then(
      (found) => current && setPage(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workspace, id, look]);
  return page;
}

export type Rows = {
  /** null until they are there. */
  page: RowsPage | null;
  problem: RowProblemKind | null;
  /** Which page it is, from 0. */
  number: number;
  loading: boolean;
  failed: string | null;
  /** To the page after, or before. */
  turn: (by: 1 | -1) => void;
  filter: (problem: RowProblemKind | null) => void;
  retry: () => void;
  /** Shows at once; what the server refuses is taken back and said. */
  change: (row: RowItem, wanted: { column: number; text: string } | { leftOut: boolean }) => Promise<boolean>;
};

/** What is asked for: where pages began, this one's last. */
type Asked = { starts: readonly number[]; problem: RowProblemKind | null };

/** One page of a draft's rows: all of them, or those with a problem. Another `revision` is another reading of them. */
export function useRows(workspace: string, id: string, revision: string, onChanged: () => void): Rows {
  const [asked, setAsked] = useState<Asked>({ starts: [1], problem: null });
  const [page, setPage] = useState<RowsPage | null>(null);
  const [loading, setLoading] = useState(true);
  const [failed, setFailed] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const changed = useRef(onChanged);
  changed.current = onChanged;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another reading of them
  useEffect(() => {
    let current = true;
    setLoading(true);
    loadRows(workspace, id, { from: asked.starts.at(-1) ?? 1, count: ROWS_A_PAGE, problem: asked.problem })
      .then(
        (found) => {
          if (!current) return;
          setPage(found);
          setFailed(null);
          // What was on the last page may have been mended.
          if (found.rows.length === 0 && asked.starts.length > 1) setAsked({ ...asked, starts: [1] });
        },
        (error: unknown) => current && setFailed(sentenceOf(error)),
      )
      .finally(() => current && setLoading(false));
    return () => {
      current = false;
    };
  }, [workspace, id, asked, revision, tries]);

  const put = (row: RowItem) =>
    setPage((now) => now && { ...now, rows: now.rows.map((each) => (each.row === row.row ? row : each)) });

  return {
    page,
    problem: asked.problem,
    number: asked.starts.length - 1,
    loading,
    failed,
    turn(by) {
      const { starts } = asked;
      if (by === 1 && page?.next) setAsked({ ...asked, starts: [...starts, page.next] });
      if (by === -1 && starts.length > 1) setAsked({ ...asked, starts: starts.slice(0, -1) });
    },
    filter: (problem) => setAsked({ starts: [1], problem }),
    retry: () => setTries((count) => count + 1),
    async change(row, wanted) {
      const isCell = "column" in wanted;
      put(
        isCell
          ? { ...row, cells: row.cells.map((cell, at) => (at === wanted.column ? wanted.text : cell)) }
          : { ...row, leftOut: wanted.leftOut },
      );
      try {
        put(
          await changeRow(
            workspace,
            id,
            row.row,
            isCell ? { cells: { [wanted.column]: wanted.text } } : { leftOut: wanted.leftOut },
          ),
        );
        changed.current();
        return true;
      } catch (error) {
        put(row);
        toast.error(sentenceOf(error));
        return false;
      }
    },
  };
}
