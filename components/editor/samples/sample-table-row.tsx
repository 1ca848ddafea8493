"use client";

import { Trash2 } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { Field } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import type { SampleRow } from "@/lib/template/schema";

export type SampleTableRowProps = {
  row: SampleRow;
  index: number;
  fields: readonly Field[];
  /** The canvas shows this row. */
  shown: boolean;
  /** What is wrong with the value of a field, by its key. */
  problemOf: (key: string) => string | undefined;
  disabled: boolean;
  /** Absent for a row that is not there yet. */
  onShow: (() => void) | undefined;
  onChange: (cell: "name" | { key: string }, value: string) => void;
  onRemove: (() => void) | undefined;
};

/** One row of sample values: its name, then a cell for every field. */
export function SampleTableRow(props: SampleTableRowProps) {
  const { row, index, fields, shown, problemOf, disabled, onShow, onChange, onRemove } = props;
  const called = row.name || `row ${index + 1}`;
  return (
    <tr className={classNames("group/row", shown && "bg-accent-soft")} onFocus={onShow}>
      <td
        className={classNames(
          // Other cells pass under it, so the row's tint lies on a ground of its own.
          "sticky left-0 min-w-32 border-b bg-panel p-0",
          shown && "bg-linear-to-r from-accent-soft to-accent-soft shadow-[inset_2px_0_0_var(--accent)]",
        )}
      >
        <Cell
          label={`Name of row ${index + 1}`}
          value={row.name}
          placeholder={`Sample ${index + 1}`}
          longest={LIMITS.name}
          disabled={disabled}
          selectsOnFocus
          onChange={(name) => onChange("name", name)}
          onLeave={() => row.name !== row.name.trim() && onChange("name", row.name.trim())}
        />
      </td>
      {fields.map(({ key, label }) => (
        <td key={key} className="min-w-36 border-b border-l p-0">
          <Cell
            label={`${label || key}, ${called}`}
            value={row.values[key] ?? ""}
            longest={LIMITS.value}
            disabled={disabled}
            problem={problemOf(key)}
            onChange={(value) => onChange({ key }, value)}
          />
        </td>
      ))}
      <td className="border-b px-1 text-right">
        {onRemove ? (
          <IconButton
            size="small"
            label={`Remove ${called}`}
            className="focus-visible:opacity-100 group-hover/row:opacity-100 md:opacity-0"
            onClick={onRemove}
          >
            <Trash2 className="size-3.5" />
          </IconButton>
        ) : null}
      </td>
    </tr>
  );
}

type CellProps = {
  label: string;
  value: string;
  placeholder?: string;
  longest: number;
  disabled: boolean;
  problem?: string | undefined;
  /** A name is typed anew more often than mended. */
  selectsOnFocus?: boolean;
  onChange: (value: string) => void;
  onLeave?: () => void;
};

function Cell(props: CellProps) {
  const { label, value, placeholder, longest, disabled, problem, selectsOnFocus, onChange, onLeave } = props;
  return (
    <input
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      title={problem}
      autoComplete="off"
      spellCheck={false}
      maxLength={longest}
      disabled={disabled}
      value={value}
      placeholder={placeholder}
      onFocus={(event) => selectsOnFocus && event.currentTarget.select()}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
      className={classNames(
        "h-7 w-full min-w-0 bg-transparent px-2 outline-none focus:shadow-[inset_0_0_0_2px_var(--accent)]",
        problem && "text-warning-text",
      )}
    />
  );
}
