"use client";

import { Minus, Plus } from "lucide-react";
import type { z } from "zod";
import { IconButton } from "@/components/ui/icon-button";
import type { textHighlight, textStroke } from "@/lib/template/layers/text";
import type { OnChange } from "./change";
import { ColorField } from "./color-field";
import { NumberField } from "./number-field";

type Outline = z.infer<typeof textStroke>;
type Highlight = z.infer<typeof textHighlight>;

const NEW_OUTLINE: Outline = { color: "#ffffff", width: 4 };
const NEW_HIGHLIGHT: Highlight = { color: "#fde047", paddingX: 8, paddingY: 2, radius: 4 };

type Props<Value> = {
  /** null: there is none, or the selected layers differ. */
  value: Value | null;
  /** Whether the selected layers differ. */
  mixed?: boolean;
  disabled?: boolean;
  swatches: readonly string[];
  onChange: OnChange<Value | null>;
};

type Length<Value> = { key: keyof Value; label: string; mark: string; min: number; max: number };

/** The line around the letters of a text: its colour and its width. */
export function OutlineField(props: Props<Outline>) {
  const lengths: Length<Outline>[] = [
    { key: "width", label: "Outline width", mark: "W", min: 0.1, max: 200 },
  ];
  return <LengthsField {...props} name="outline" start={NEW_OUTLINE} lengths={lengths} />;
}

/** The box behind each line of a text: its colour, the space around the line and its corners. */
export function HighlightField(props: Props<Highlight>) {
  const lengths: Length<Highlight>[] = [
    { key: "paddingX", label: "Highlight space at the sides", mark: "X", min: 0, max: 500 },
    { key: "paddingY", label: "Highlight space above and below", mark: "Y", min: 0, max: 500 },
    { key: "radius", label: "Highlight corner radius", mark: "R", min: 0, max: 500 },
  ];
  return <LengthsField {...props} name="highlight" start={NEW_HIGHLIGHT} lengths={lengths} />;
}

function LengthsField<Value extends { color: string }>({
  value,
  mixed = false,
  disabled = false,
  swatches,
  onChange,
  name,
  start,
  lengths,
}: Props<Value> & { name: "outline" | "highlight"; start: Value; lengths: readonly Length<Value>[] }) {
  const title = name === "outline" ? "Outline" : "Highlight";
  if (!value) {
    return (
      <div className="flex h-7 items-center justify-between">
        <span className="text-muted text-xs">{title}</span>
        {mixed ? <span className="mr-1 ml-auto text-faint text-xs">Mixed</span> : null}
        <IconButton
          size="small"
          label={mixed ? `Give all the same ${name}` : `Add ${name}`}
          disabled={disabled}
          onClick={() => onChange(start, "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
      </div>
    );
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="sr-only">{title}</legend>
      <div className="flex h-7 items-center justify-between">
        <span aria-hidden className="text-muted text-xs">
          {title}
        </span>
        <IconButton
          size="small"
          label={`Remove ${name}`}
          disabled={disabled}
          onClick={() => onChange(null, "final")}
        >
          <Minus className="size-3.5" />
        </IconButton>
      </div>
      <ColorField
        label={`${title} colour`}
        value={value.color}
        disabled={disabled}
        swatches={swatches}
        onChange={(color, how) => color && onChange({ ...value, color }, how)}
      />
      <div className="flex gap-1.5">
        {lengths.map(({ key, label, mark, min, max }) => (
          <NumberField
            key={label}
            label={label}
            mark={mark}
            value={Number(value[key])}
            min={min}
            max={max}
            step={1}
            disabled={disabled}
            onChange={(next, how) => onChange({ ...value, [key]: next }, how)}
          />
        ))}
      </div>
    </fieldset>
  );
}
