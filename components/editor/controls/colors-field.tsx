"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent } from "@/components/ui/popover";
import type { OnChange } from "./change";
import { ColorPicker } from "./color-picker";
import { SwatchTrigger } from "./swatch";

export type ColorsFieldProps = {
  label: string;
  /** null: the selected layers differ. */
  value: readonly string[] | null;
  /** Most colours there may be; there is always one. */
  max: number;
  disabled?: boolean;
  swatches: readonly string[];
  onChange: OnChange<readonly string[]>;
};

/** Several colours in their order, each a swatch that opens the picker. */
export function ColorsField({ label, value, max, disabled = false, swatches, onChange }: ColorsFieldProps) {
  if (value === null) return <span className="pt-1.5 text-faint text-xs">Mixed</span>;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
      {value.map((color, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a colour has no identity but its place in the list
        <Popover key={index}>
          <SwatchTrigger
            label={`${label}, number ${index + 1}: ${color}`}
            background={color}
            disabled={disabled}
          />
          <PopoverContent side="left" align="start" aria-label={`${label}, number ${index + 1}`}>
            <ColorPicker
              value={color}
              swatches={swatches}
              onChange={(next, change) => onChange(value.with(index, next), change)}
            />
          </PopoverContent>
        </Popover>
      ))}
      <IconButton
        size="small"
        label="Add colour"
        disabled={disabled || value.length >= max}
        onClick={() => onChange([...value, value.at(-1) ?? "#000000"], "final")}
      >
        <Plus className="size-3.5" />
      </IconButton>
      <IconButton
        size="small"
        label="Remove last colour"
        disabled={disabled || value.length <= 1}
        onClick={() => onChange(value.slice(0, -1), "final")}
      >
        <Minus className="size-3.5" />
      </IconButton>
    </div>
  );
}
