"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Fill } from "@/lib/template/primitives";
import type { OnChange } from "./change";
import { ColorPicker, HexInput } from "./color-picker";
import { fillCss } from "./fill-css";
import { GradientEditor } from "./gradient-editor";
import { alphaOf, withAlpha } from "./hsv";
import { NumberField } from "./number-field";

export type FillFieldProps = {
  label: string;
  value: Fill | null;
  optional?: boolean;
  disabled?: boolean;
  swatches: readonly string[];
  onChange: OnChange<Fill | null>;
};

const KINDS = [
  { value: "solid", label: "Solid" },
  { value: "linear", label: "Linear" },
  { value: "radial", label: "Radial" },
] as const;

/** One colour or a gradient. */
export function FillField({
  label,
  value,
  optional = false,
  disabled = false,
  swatches,
  onChange,
}: FillFieldProps) {
  if (value === null) {
    return (
      <div className="flex h-7 min-w-0 flex-1 items-center justify-between">
        <span className="text-faint text-xs">None</span>
        <IconButton
          size="small"
          label={`Add ${label.toLowerCase()}`}
          disabled={disabled}
          onClick={() => onChange({ kind: "solid", color: "#d5dbe5" }, "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <Popover>
        <PopoverTrigger asChild>
          <button
            type="button"
            aria-label={`${label}: ${fillText(value)}`}
            disabled={disabled}
            className="checkered size-7 shrink-0 overflow-hidden rounded-md ring-1 ring-line-strong ring-inset hover:ring-field-line disabled:opacity-45"
          >
            <span
              className="block size-full rounded-md ring-1 ring-black/10 ring-inset"
              style={{ background: fillCss(value) }}
            />
          </button>
        </PopoverTrigger>
        <PopoverContent side="left" align="start" aria-label={label} className="grid w-62 gap-3">
          <SegmentedControl
            size="small"
            label="Kind of fill"
            value={value.kind}
            segments={KINDS}
            onValueChange={(kind) => onChange(asKind(value, kind), "final")}
          />
          {value.kind === "solid" ? (
            <ColorPicker
              value={value.color}
              swatches={swatches}
              onChange={(color, how) => onChange({ kind: "solid", color }, how)}
            />
          ) : (
            <GradientEditor value={value} swatches={swatches} onChange={onChange} />
          )}
        </PopoverContent>
      </Popover>
      {value.kind === "solid" ? (
        <>
          <HexInput
            label={`${label}, hex`}
            value={value.color}
            disabled={disabled}
            onChange={(hex) =>
              onChange(
                { kind: "solid", color: hex.length === 7 ? withAlpha(hex, alphaOf(value.color)) : hex },
                "final",
              )
            }
          />
          <NumberField
            label={`${label}, opacity`}
            value={Math.round(alphaOf(value.color) * 100)}
            min={0}
            max={100}
            step={1}
            unit="%"
            disabled={disabled}
            className="w-14 shrink-0"
            onChange={(next, how) =>
              onChange({ kind: "solid", color: withAlpha(value.color, next / 100) }, how)
            }
          />
        </>
      ) : (
        <span className="min-w-0 flex-1 truncate px-1 text-xs">{fillText(value)}</span>
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

function fillText(fill: Fill): string {
  if (fill.kind === "solid") return fill.color;
  return `${fill.kind === "linear" ? "Linear" : "Radial"} gradient, ${fill.stops.length} stops`;
}

/** The fill as another kind, keeping its colours as far as the kind can. */
function asKind(fill: Fill, kind: Fill["kind"]): Fill {
  const stops =
    fill.kind === "solid"
      ? [
          { offset: 0, color: fill.color },
          { offset: 1, color: withAlpha(fill.color, 0) },
        ]
      : fill.stops;
  switch (kind) {
    case "solid":
      return { kind, color: stops[0]?.color ?? "#000000" };
    case "linear":
      return { kind, angle: fill.kind === "linear" ? fill.angle : 180, stops };
    case "radial":
      return { kind, stops };
  }
}
