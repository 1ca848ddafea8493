"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent } from "@/components/ui/popover";
import { BrandChip } from "../brand/brand-chip";
import { useBrandTarget } from "../brand/brand-target";
import type { OnChange } from "./change";
import { ColorInputs } from "./color-inputs";
import { ColorPicker } from "./color-picker";
import { SwatchTrigger } from "./swatch";

export type ColorFieldProps = {
  label: string;
  /** null: there is none, or the selected layers differ. */
  value: string | null;
  /** Whether the selected layers differ. */
  mixed?: boolean;
  /** Whether there may be no colour. */
  optional?: boolean;
  disabled?: boolean;
  swatches: readonly string[];
  onChange: OnChange<string | null>;
};

/** Swatch that opens the picker, hex and opacity in one row. */
export function ColorField({
  label,
  value,
  mixed = false,
  optional = false,
  disabled = false,
  swatches,
  onChange,
}: ColorFieldProps) {
  const isFollowing = useBrandTarget()?.followed != null;
  if (value === null && !mixed) {
    return (
      <div className="flex h-7 min-w-0 flex-1 items-center justify-between">
        <span className="text-faint text-xs">None</span>
        <IconButton
          size="small"
          label={`Add ${label.toLowerCase()}`}
          disabled={disabled}
          onClick={() => onChange("#ffffff", "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <Popover>
        <SwatchTrigger label={`${label}: ${value ?? "Mixed"}`} background={value} disabled={disabled} />
        <PopoverContent side="left" align="start" aria-label={label}>
          <ColorPicker value={value} swatches={swatches} onChange={onChange} />
        </PopoverContent>
      </Popover>
      {isFollowing ? <BrandChip disabled={disabled} /> : null}
      {value === null || isFollowing ? null : (
        <ColorInputs label={label} value={value} disabled={disabled} onChange={onChange} />
      )}
      {optional ? (
        <IconButton
          size="small"
          label={`Remove ${label.toLowerCase()}`}
          disabled={disabled}
          onClick={() => onChange(null, "final")}
        >
          <Minus className="size-3.5" />
        </IconButton>
      ) : null}
    </div>
  );
}
