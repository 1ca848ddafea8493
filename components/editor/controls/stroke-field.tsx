"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { Stroke } from "@/lib/template/primitives";
import type { OnChange } from "./change";
import { ColorField } from "./color-field";
import { NumberField } from "./number-field";
import { PanelSelect } from "./panel-select";

const NEW_STROKE: Stroke = { color: "#1f2937", width: 2, dash: "solid" };
const DASHES: readonly { value: Stroke["dash"]; label: string }[] = [
  { value: "solid", label: "Solid" },
  { value: "dashed", label: "Dashed" },
  { value: "dotted", label: "Dotted" },
];

export type StrokeFieldProps = {
  /** null: there is none, or the selected layers differ. */
  value: Stroke | null;
  /** Whether the selected layers differ. */
  mixed?: boolean;
  disabled?: boolean;
  swatches: readonly string[];
  onChange: OnChange<Stroke | null>;
};

export function StrokeField({
  value,
  mixed = false,
  disabled = false,
  swatches,
  onChange,
}: StrokeFieldProps) {
  if (!value) {
    return (
      <div className="flex h-7 items-center justify-between">
        <span className="text-muted text-xs">Stroke</span>
        {mixed ? <span className="mr-1 ml-auto text-faint text-xs">Mixed</span> : null}
        <IconButton
          size="small"
          label={mixed ? "Give all the same stroke" : "Add stroke"}
          disabled={disabled}
          onClick={() => onChange(NEW_STROKE, "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
      </div>
    );
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="sr-only">Stroke</legend>
      <div className="flex h-7 items-center justify-between">
        <span aria-hidden className="text-muted text-xs">
          Stroke
        </span>
        <IconButton
          size="small"
          label="Remove stroke"
          disabled={disabled}
          onClick={() => onChange(null, "final")}
        >
          <Minus className="size-3.5" />
        </IconButton>
      </div>
      <ColorField
        label="Stroke colour"
        value={value.color}
        disabled={disabled}
        swatches={swatches}
        onChange={(color, how) => color && onChange({ ...value, color }, how)}
      />
      <div className="flex gap-1.5">
        <NumberField
          label="Stroke width"
          mark="W"
          value={value.width}
          min={0.1}
          max={200}
          step={1}
          disabled={disabled}
          onChange={(width, how) => onChange({ ...value, width }, how)}
        />
        <PanelSelect
          aria-label="Stroke style"
          className="flex-1"
          disabled={disabled}
          value={value.dash}
          options={DASHES}
          onValueChange={(next) => {
            const dash = DASHES.find((option) => option.value === next)?.value;
            if (dash) onChange({ ...value, dash }, "final");
          }}
        />
      </div>
    </fieldset>
  );
}
