"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { RowItem } from "../../api/batch-rows";
import { classNames } from "../../ui/class-names";
import { columnName, count } from "../batch-words";
import { problemSentence } from "./problem-words";
import { RowCell } from "./row-cell";
import type { Rows } from "./use-rows";

/** A place in the table: the row on the page, from 0; the column, 0 being whether the row is made. */
export type Place = { row: number; column: number };

export type RowsTableProps = {
  rows: Rows;
  columns: readonly string[];
  /** What each column fills, in words; by column. */
  fills: ReadonlyMap<number, string>;
  /** A cell as it comes into pictures. */
  shownOf: (text: string, column: number) => string;
};

/** One page of rows, with the keys of a spreadsheet: arrows move, Enter edits. */
export function RowsTable({ rows, columns, fills, shownOf }: RowsTableProps) {
  const { page } = rows;
  const [active, setActive] = useState<Place>({ row: 0, column: 1 });
  const [editing, setEditing] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  /** The focus follows the active cell once the person is in the table. */
  const follows = useRef(false);
  const shown = page?.rows ?? [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    setActive((at) => ({ ...at, row: 0 }));
    setEditing(false);
  }, [rows.number, rows.problem]);

  useEffect(() => {
    if (!follows.current || editing) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${active.row} ${active.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active, editing]);

  function move(row: number, column: number) {
    follows.current = true;
    setActive({
      row: Math.min(Math.max(0, row), shown.length - 1),
      column: Math.min(Math.max(0, column), columns.length),
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { row, column } = active;
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, columns.length],
      PageUp: [row - 10, column],
      PageDown: [row + 10, column],
    }[event.key];
    if (to) move(to[0] ?? 0, to[1] ?? 0);
    else if ((event.key === "Enter" || event.key === "F2") && column > 0) edit(active);
    else if ((event.key === "Enter" || event.key === " ") && column === 0) toggle(shown[row]);
    else return;
    event.preventDefault();
  }

  function edit(place: Place) {
    follows.current = true;
    setActive(place);
    setEditing(place.column > 0);
  }

  function toggle(row: RowItem | undefined) {
    if (row) void rows.change(row, { leftOut: !row.leftOut });
  }

  return (
    <div className="max-h-[34rem] overflow-auto" aria-busy={rows.loading}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked with the arrow keys
        role="grid"
        aria-label="Rows"
        aria-rowcount={page?.next ? -1 : shown.length + 1}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) follows.current = false;
        }}
        className="min-w-full border-separate border-spacing-0 text-xs"
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 w-24 min-w-24 border-b bg-panel px-3 py-1.5 text-left font-medium text-muted"
            >
              Row
            </th>
            {columns.map((_, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                key={index}
                scope="col"
                className="sticky top-0 z-10 min-w-36 border-b border-l bg-panel px-2.5 py-1.5 text-left font-normal"
              >
                <span className="block max-w-56 truncate font-medium">{columnName(columns, index)}</span>
                <span className="block h-4 max-w-56 truncate font-mono text-2xs text-faint">
                  {fills.get(index) ?? ""}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item, row) => (
            <tr key={item.row} className={classNames(item.leftOut && "text-faint")}>
              <td
                data-place={`${row} 0`}
                tabIndex={active.row === row && active.column === 0 ? 0 : -1}
                onFocus={() => (active.row === row && active.column === 0) || move(row, 0)}
                className="sticky left-0 z-10 border-b bg-panel px-3 py-1.5 align-top outline-offset-[-2px]"
              >
                <label className="figures flex items-center gap-2">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={`Make a picture of row ${item.row}`}
                    className="size-3.5 accent-accent"
                    checked={!item.leftOut}
                    onChange={() => toggle(item)}
                  />
                  {count(item.row)}
                </label>
                {item.leftOut ? <span className="block text-2xs">left out</span> : null}
                {item.problems
                  .filter(({ column }) => column === null)
                  .map((problem) => (
                    <span key={problem.kind} className="block text-2xs text-warning-text">
                      {problemSentence(problem)}
                    </span>
                  ))}
              </td>
              {columns.map((_, index) => {
                const column = index + 1;
                const isActive = active.row === row && active.column === column;
                return (
                  <RowCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    key={index}
                    label={`${columnName(columns, index)}, row ${item.row}`}
                    place={`${row} ${column}`}
                    text={item.cells[index] ?? ""}
                    shown={shownOf(item.cells[index] ?? "", index)}
                    problems={item.problems.filter((problem) => problem.column === index)}
                    leftOut={item.leftOut}
                    isActive={isActive}
                    isEditing={isActive && editing}
                    onFocus={() => isActive || move(row, column)}
                    onEdit={() => edit({ row, column })}
                    onDone={(text, by) => {
                      setEditing(false);
                      follows.current = by !== "blur";
                      if (by === "enter") move(row + 1, column);
                      if (text !== null && text !== item.cells[index])
                        void rows.change(item, { column: index, text });
                    }}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
