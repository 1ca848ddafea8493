"use client";

import { GripVertical } from "lucide-react";
import type { PointerEvent, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Field } from "@/lib/template/field";
import { valueProblem } from "@/lib/template/value-problem";
import type { Cell } from "./cells";

export type GridRowProps = {
  row: number;
  /** Absent for the row that is made when something is put into it. */
  id: string | undefined;
  fields: readonly Field[];
  textOf: (cell: Cell) => string;
  /** Columns of this row that are selected; null is none. */
  selected: { left: number; right: number } | null;
  /** The canvas shows this row. */
  shown: boolean;
  /** Rows that are dragged would come to stand before this one. */
  dropBefore: boolean;
  /** The text box, when the active cell is in this row, and the column it stands in. */
  editor: { column: number; box: ReactNode } | null;
  /** The column that is being typed in; null is none. */
  typingIn: number | null;
  onPress: (cell: Cell, event: PointerEvent) => void;
  onDragOver: (cell: Cell) => void;
  onEdit: () => void;
  onGrip: ((event: PointerEvent) => void) | undefined;
};

/** One row of the table: its number, which drags it, its name, a cell for every field. */
export function GridRow(props: GridRowProps) {
  const { row, id, fields, textOf, selected, shown, dropBefore, editor, onPress, onDragOver } = props;
  const cell = (column: number) => {
    const field = fields[column - 1];
    const text = textOf({ row, column });
    const problem = field ? valueProblem(text, field) : null;
    const isSelected = selected !== null && column >= selected.left && column <= selected.right;
    return (
      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a table with the role of a grid is a grid cell
      <td
        key={field?.key ?? "name"}
        aria-selected={isSelected}
        data-row={row}
        data-column={column}
        onPointerDown={(event) => onPress({ row, column }, event)}
        // A press would take the focus from the text box, or set a caret into it.
        onMouseDown={(event) => props.typingIn === column || event.preventDefault()}
        onPointerEnter={(event) => event.buttons === 1 && onDragOver({ row, column })}
        onDoubleClick={props.onEdit}
        className={classNames(
          "relative h-7 min-w-36 max-w-80 cursor-default border-b p-0",
          column === 0 ? "sticky left-9 z-20 min-w-32 bg-panel font-medium" : "border-l max-md:min-w-32",
          problem && "text-warning-text",
        )}
      >
        {isSelected || (column === 0 && shown) ? (
          <span aria-hidden className="pointer-events-none absolute inset-0 bg-accent-soft" />
        ) : null}
        <span
          className="relative block truncate px-2 text-xs leading-7"
          title={text.length > 20 ? text : undefined}
        >
          {editor?.column === column ? "" : text || (id === undefined && column === 0 ? "" : "\u00a0")}
        </span>
        {problem ? (
          <span
            aria-hidden
            className="absolute top-0 right-0 border-t-8 border-t-warning-text border-l-8 border-l-transparent"
          />
        ) : null}
        {problem ? <span className="sr-only">{problem}</span> : null}
        {editor?.column === column ? editor.box : null}
      </td>
    );
  };
  return (
    <tr
      data-sample={id}
      aria-rowindex={row + 2}
      className={classNames(
        shown && "bg-accent-soft",
        dropBefore && "[&>*]:border-t-2 [&>*]:border-t-accent",
      )}
    >
      <th
        scope="row"
        onPointerDown={props.onGrip}
        className={classNames(
          "group sticky left-0 z-20 w-9 min-w-9 select-none border-b bg-panel p-0 text-center font-normal text-2xs text-faint tabular-nums",
          props.onGrip && "cursor-grab touch-none hover:bg-hover active:cursor-grabbing",
          shown && "shadow-[inset_2px_0_0_var(--accent)]",
        )}
      >
        <span className={classNames(props.onGrip && "group-hover:hidden")}>
          {id === undefined ? "+" : row + 1}
        </span>
        {props.onGrip ? (
          <GripVertical aria-hidden className="mx-auto hidden size-3.5 group-hover:block" />
        ) : null}
      </th>
      {[0, ...fields.map((_, index) => index + 1)].map(cell)}
    </tr>
  );
}
