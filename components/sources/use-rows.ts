"use client";

import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { deleteRow, loadRows, putRow, type RowsPage, type TableItem, type TableRow } from "../api/sources";
import { toastWithUndo } from "../ui/toast-with-undo";

export type RowList = {
  rows: readonly TableRow[];
  /** How many the table has. */
  count: number;
  hasMore: boolean;
  busy: boolean;
  more: () => Promise<void>;
  /** Shows a row that was saved; `before`: what it was, null for a new one. */
  put: (row: TableRow, before: TableRow | null) => void;
  /** Deletes at once, and offers to undo it. */
  remove: (row: TableRow) => Promise<void>;
};

/** The first rows of a table, and what is done to single ones. */
export function useRows(workspace: string, { id, rows: total }: TableItem, firstPage: RowsPage): RowList {
  const [seen, setSeen] = useState(firstPage);
  const [rows, setRows] = useState<readonly TableRow[]>(firstPage.rows);
  const [cursor, setCursor] = useState(firstPage.nextCursor);
  const [count, setCount] = useState(total);
  const [busy, setBusy] = useState(false);
  if (seen !== firstPage) {
    setSeen(firstPage);
    setRows(firstPage.rows);
    setCursor(firstPage.nextCursor);
    setCount(total);
  }

  const show = (row: TableRow, key: string | null) =>
    setRows((list) =>
      key !== null && list.some((each) => each.key === key)
        ? list.map((each) => (each.key === key ? row : each))
        : [row, ...list.filter((each) => each.key !== row.key)],
    );

  async function undo(row: TableRow, back: TableRow | null) {
    try {
      if (back === null) {
        await deleteRow(workspace, id, row.key);
        setRows((list) => list.filter(({ key }) => key !== row.key));
        setCount((now) => now - 1);
      } else {
        const was = row.key === back.key ? {} : { was: row.key };
        show(await putRow(workspace, id, { ...back, ...was }), row.key);
      }
      toast("The row is as it was");
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return {
    rows,
    count,
    hasMore: cursor !== null,
    busy,

    async more() {
      setBusy(true);
      try {
        const page = await loadRows(workspace, id, cursor);
        setRows((list) => {
          const known = new Set(list.map(({ key }) => key));
          return [...list, ...page.rows.filter(({ key }) => !known.has(key))];
        });
        setCursor(page.nextCursor);
      } catch (error) {
        toast.error(sentenceOf(error));
      }
      setBusy(false);
    },

    put(row, before) {
      show(row, before?.key ?? null);
      if (before === null) setCount((now) => now + 1);
      toastWithUndo(
        before === null ? "The row was added" : "The row was changed",
        () => void undo(row, before),
        {
          description: "Pictures show it within seconds.",
        },
      );
    },

    async remove(row) {
      const index = rows.findIndex(({ key }) => key === row.key);
      setRows((list) => list.filter(({ key }) => key !== row.key));
      try {
        await deleteRow(workspace, id, row.key);
        setCount((now) => now - 1);
      } catch (error) {
        if (index >= 0) setRows((list) => list.toSpliced(index, 0, row));
        toast.error(sentenceOf(error));
        return;
      }
      const back = async () => {
        try {
          const restored = await putRow(workspace, id, row);
          setRows((list) => list.toSpliced(Math.max(0, index), 0, restored));
          setCount((now) => now + 1);
          toast("The row is back");
        } catch (error) {
          toast.error(sentenceOf(error));
        }
      };
      toastWithUndo("The row was deleted", () => void back());
    },
  };
}
