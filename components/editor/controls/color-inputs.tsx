"use client";

import type { OnChange } from "./change";
import { HexInput } from "./color-picker";
import { alphaOf, withAlpha } from "./hsv";
import { NumberField } from "./number-field";

export type ColorInputsProps = {
  label: string;
  /** `#rrggbb`, or `#rrggbbaa`. */
  value: string;
  disabled: boolean;
  onChange: OnChange<string>;
};

/** A colour as hex and, beside it, its opacity. A hex without opacity keeps the one that is there. */
export function ColorInputs({ label, value, disabled, onChange }: ColorInputsProps) {
  return (
    <>
      <HexInput
        label={`${label}, hex`}
        value={value}
        disabled={disabled}
        onChange={(hex) => onChange(hex.length === 7 ? withAlpha(hex, alphaOf(value)) : hex, "final")}
      />
      <NumberField
        label={`${label}, opacity`}
        value={Math.round(alphaOf(value) * 100)}
        min={0}
        max={100}
        step={1}
        unit="%"
        disabled={disabled}
        className="w-12 shrink-0"
        onChange={(next, change) => onChange(withAlpha(value, next / 100), change)}
      />
    </>
  );
}
