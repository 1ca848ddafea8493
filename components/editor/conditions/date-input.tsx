"use client";

import { classNames } from "@/components/ui/class-names";
import { LIMITS } from "@/lib/template/limits";
import { PANEL_INPUT } from "../controls/panel-look";
import { PanelSelect } from "../controls/panel-select";
import { ValueInput, type ValueInputProps } from "./value-input";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const WHEN = [
  { value: "today", label: "Today" },
  { value: "now", label: "Now" },
  { value: "date", label: "A date" },
];

/** A day to compare with: that of the reader's clock, this moment, or one that is written down. */
export function DateInput(props: Omit<ValueInputProps, "maxLength">) {
  const { label, value, disabled, invalid, describedBy, onChange } = props;
  const word = value.trim().toLowerCase();
  const kind = word === "today" || word === "now" ? word : "date";
  return (
    <div className="flex min-w-0 flex-1 gap-1.5">
      <PanelSelect
        aria-label={`${label}, kind`}
        className={kind === "date" ? "w-20! shrink-0" : ""}
        disabled={disabled}
        value={kind}
        options={WHEN}
        onValueChange={(next) => onChange(next === "date" ? new Date().toISOString().slice(0, 10) : next)}
      />
      {kind !== "date" ? null : ISO_DAY.test(word) ? (
        <input
          type="date"
          aria-label={label}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          disabled={disabled}
          value={word}
          onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
          className={classNames(PANEL_INPUT, "figures px-2")}
        />
      ) : (
        <ValueInput {...props} maxLength={LIMITS.testValue} placeholder="2030-01-31" />
      )}
    </div>
  );
}
