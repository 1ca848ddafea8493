"use client";

import { Pencil } from "lucide-react";
import type { TableItem, TableRow } from "../api/sources";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import type { RowList } from "./use-rows";

export type RowsTableProps = {
  table: TableItem;
  rows: RowList;
  canEdit: boolean;
  onOpen: (row: TableRow) => void;
};

/** The first rows of a table; wide ones are scrolled. */
export function RowsTable({ table: { columns, name }, rows: list, canEdit, onOpen }: RowsTableProps) {
  return (
    <div className="mb-8">
      {list.rows.length === 0 ? (
        <p className="rounded-lg bg-panel px-4 py-8 text-center text-muted text-sm shadow-card">
          There is no row in this table. Add one, or upload a new list.
        </p>
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys
          tabIndex={0}
          aria-label={`Rows of ${name}`}
          className="relative overflow-x-auto rounded-lg bg-panel shadow-card"
        >
          <table className="w-full text-left text-sm">
            <thead className="text-muted text-xs">
              <tr className="border-b">
                {columns.map((column) => (
                  <th key={column} scope="col" className="whitespace-nowrap px-4 py-2 font-medium">
                    {column}
                  </th>
                ))}
                {canEdit ? (
                  <th scope="col" className="w-10">
                    <span className="sr-only">Change</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody className="divide-y">
              {list.rows.map((row) => (
                <tr key={row.key} className="hover:bg-hover">
                  {columns.map((column) => (
                    <td key={column} className="max-w-64 truncate px-4 py-2">
                      {row.values[column] ?? ""}
                    </td>
                  ))}
                  {canEdit ? (
                    <td className="px-2 text-right">
                      <IconButton
                        size="small"
                        label={`Change the row of ${row.key}`}
                        onClick={() => onOpen(row)}
                      >
                        <Pencil aria-hidden className="size-3.5" />
                      </IconButton>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {list.hasMore ? (
        <Button className="mt-3" busy={list.busy} onClick={() => void list.more()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}
