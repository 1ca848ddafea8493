"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { LIMITS } from "@/lib/template/limits";
import type { Shadow } from "@/lib/template/primitives";
import type { OnChange } from "./change";
import { ColorField } from "./color-field";
import { NumberField } from "./number-field";

const NEW_SHADOW: Shadow = { x: 0, y: 8, blur: 24, color: "#11182740" };

export type ShadowFieldProps = {
  /** null: there is none, or the selected layers differ. */
  value: Shadow | null;
  /** Whether the selected layers differ. */
  mixed?: boolean;
  disabled?: boolean;
  swatches: readonly string[];
  onChange: OnChange<Shadow | null>;
};

export function ShadowField({
  value,
  mixed = false,
  disabled = false,
  swatches,
  onChange,
}: ShadowFieldProps) {
  if (!value) {
    return (
      <div className="flex h-7 items-center justify-between">
        <span className="text-muted text-xs">Shadow</span>
        {mixed ? <span className="mr-1 ml-auto text-faint text-xs">Mixed</span> : null}
        <IconButton
          size="small"
          label={mixed ? "Give all the same shadow" : "Add shadow"}
          disabled={disabled}
          onClick={() => onChange(NEW_SHADOW, "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
      </div>
    );
  }
  const number = (key: "x" | "y" | "blur", label: string, mark: string) => (
    <NumberField
      label={label}
      mark={mark}
      value={value[key]}
      min={key === "blur" ? 0 : -500}
      max={key === "blur" ? LIMITS.blur : 500}
      step={1}
      disabled={disabled}
      onChange={(next, how) => onChange({ ...value, [key]: next }, how)}
    />
  );
  return (
    <fieldset className="grid gap-1.5">
      <legend className="sr-only">Shadow</legend>
      <div className="flex h-7 items-center justify-between">
        <span aria-hidden className="text-muted text-xs">
          Shadow
        </span>
        <IconButton
          size="small"
          label="Remove shadow"
          disabled={disabled}
          onClick={() => onChange(null, "final")}
        >
          <Minus className="size-3.5" />
        </IconButton>
      </div>
      <div className="flex gap-1.5">
        {number("x", "Shadow X", "X")}
        {number("y", "Shadow Y", "Y")}
        {number("blur", "Shadow blur", "B")}
      </div>
      <ColorField
        label="Shadow colour"
        value={value.color}
        disabled={disabled}
        swatches={swatches}
        onChange={(color, how) => color && onChange({ ...value, color }, how)}
      />
    </fieldset>
  );
}
