"use client";

import { Switch } from "@/components/ui/switch";

export type ToggleFieldProps = {
  label: string;
  /** null: the selected layers differ. */
  value: boolean | null;
  disabled?: boolean;
  onChange: (on: boolean) => void;
};

/** On or off. Where the layers differ it says so, and a click turns all of them on. */
export function ToggleField({ label, value, disabled = false, onChange }: ToggleFieldProps) {
  if (value !== null)
    return <Switch aria-label={label} disabled={disabled} checked={value} onCheckedChange={onChange} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a switch has no third state, and an input cannot look like this
    <button
      type="button"
      role="checkbox"
      aria-checked="mixed"
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(true)}
      className="flex min-h-6 items-center gap-2 text-faint text-xs disabled:opacity-45"
    >
      <span aria-hidden className="grid h-[18px] w-8 place-items-center rounded-full bg-field-line">
        <span className="h-0.5 w-2.5 rounded-full bg-white" />
      </span>
      Mixed
    </button>
  );
}
