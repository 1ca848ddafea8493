"use client";

import { Minus, Plus, Spline } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent } from "@/components/ui/popover";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Fill } from "@/lib/template/primitives";
import { BrandChip } from "../brand/brand-chip";
import { BrandGradients } from "../brand/brand-paints";
import { useBrandTarget } from "../brand/brand-target";
import type { GradientTarget } from "../stage/tools/stage-tools";
import { useGradientOnCanvas } from "../stage/tools/use-gradient-on-canvas";
import type { OnChange } from "./change";
import { ColorInputs } from "./color-inputs";
import { ColorPicker } from "./color-picker";
import { fillCss } from "./fill-css";
import { asKind } from "./fill-kind";
import { GradientEditor } from "./gradient-editor";
import { SwatchTrigger } from "./swatch";

export type FillFieldProps = {
  label: string;
  /** null: there is none, or the selected layers differ. */
  value: Fill | null;
  /** Whether the selected layers differ. */
  mixed?: boolean;
  optional?: boolean;
  /** The colour that a new fill begins with; a pale grey, where nothing else suggests itself. */
  beginsAs?: string | undefined;
  disabled?: boolean;
  swatches: readonly string[];
  /** What the fill belongs to, where its gradient can be edited on the canvas too. */
  target?: GradientTarget | undefined;
  onChange: OnChange<Fill | null>;
};

const PALE = "#d5dbe5";
const KINDS = [
  { value: "solid", label: "Solid" },
  { value: "linear", label: "Linear" },
  { value: "radial", label: "Radial" },
] as const;

/** One colour or a gradient. */
export function FillField({
  label,
  value,
  mixed = false,
  optional = false,
  beginsAs = PALE,
  disabled = false,
  swatches,
  target,
  onChange,
}: FillFieldProps) {
  const isFollowing = useBrandTarget()?.followed != null;
  const begun: Fill = { kind: "solid", color: beginsAs };
  const isGradient = value !== null && value.kind !== "solid";
  const canvas = useGradientOnCanvas(target, isGradient && !disabled);
  if (value === null && !mixed) {
    return (
      <div className="flex h-7 min-w-0 flex-1 items-center justify-between">
        <span className="text-faint text-xs">None</span>
        <IconButton
          size="small"
          label={`Add ${label.toLowerCase()}`}
          disabled={disabled}
          onClick={() => onChange(begun, "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <Popover open={canvas.open} onOpenChange={canvas.setOpen}>
        <SwatchTrigger
          label={`${label}: ${value ? fillText(value) : "Mixed"}`}
          background={value && fillCss(value)}
          disabled={disabled}
        />
        <PopoverContent side="left" align="start" aria-label={label} className="grid w-62 gap-3">
          <BrandGradients />
          <SegmentedControl
            size="small"
            label="Kind of fill"
            value={value?.kind ?? "solid"}
            segments={KINDS}
            onValueChange={(kind) => onChange(asKind(value ?? begun, kind), "final")}
          />
          {value === null || value.kind === "solid" ? (
            <ColorPicker
              value={value?.color ?? null}
              swatches={swatches}
              onChange={(color, how) => onChange({ kind: "solid", color }, how)}
            />
          ) : (
            <GradientEditor value={value} swatches={swatches} onChange={onChange} {...canvas.stop} />
          )}
        </PopoverContent>
      </Popover>
      {isFollowing ? <BrandChip disabled={disabled} /> : null}
      {value?.kind === "solid" && !isFollowing ? (
        <ColorInputs
          label={label}
          value={value.color}
          disabled={disabled}
          onChange={(color, change) => onChange({ kind: "solid", color }, change)}
        />
      ) : null}
      {value && value.kind !== "solid" && !isFollowing ? (
        <span className="min-w-0 flex-1 truncate px-1 text-xs">{fillText(value)}</span>
      ) : null}
      {canvas.toggle ? (
        <IconButton
          size="small"
          label="Edit the gradient on the canvas"
          pressed={canvas.pinned}
          onClick={canvas.toggle}
        >
          <Spline className="size-3.5" />
        </IconButton>
      ) : null}
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
