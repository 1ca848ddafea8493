"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { PANEL_INPUT } from "../controls/panel-look";

export type ValueInputProps = {
  label: string;
  value: string;
  maxLength: number;
  numeric?: boolean;
  /** Values to choose from while one types. */
  suggestions?: readonly string[];
  placeholder?: string;
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (value: string) => void;
};

/** A value as text on one line. Every keystroke counts; the store joins them into one undo step. */
export function ValueInput({
  label,
  value,
  maxLength,
  numeric = false,
  suggestions = [],
  placeholder,
  disabled,
  invalid,
  describedBy,
  onChange,
}: ValueInputProps) {
  const listId = useId();
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        inputMode={numeric ? "decimal" : "text"}
        list={suggestions.length > 0 ? listId : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        placeholder={placeholder}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classNames(PANEL_INPUT, "px-2", numeric && "figures")}
      />
      {suggestions.length > 0 ? (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
