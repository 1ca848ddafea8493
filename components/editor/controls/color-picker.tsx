"use client";

import { Pipette } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { BrandColors } from "../brand/brand-paints";
import { useEditorIfOpen } from "../editor-context";
import { canPickColor, pickColor } from "../stage/tools/pick-color";
import type { OnChange } from "./change";
import { DragArea } from "./drag-area";
import { type Hsv, hexToHsv, hsvToHex, parseHex, withAlpha } from "./hsv";
import { NumberField } from "./number-field";
import { PANEL_INPUT } from "./panel-look";
import { Swatch } from "./swatch";
import { useDraft } from "./use-draft";

export type ColorPickerProps = {
  /** null: the selected layers differ. */
  value: string | null;
  onChange: OnChange<string>;
  /** Colours already used in the document, offered first. */
  swatches: readonly string[];
};

const PALETTE = ["#111827", "#6b7280", "#ffffff", "#dc2626", "#f59e0b", "#16a34a", "#2563eb", "#7c3aed"];

/** Area for saturation and brightness, sliders for hue and opacity, hex, swatches. */
export function ColorPicker({ value, onChange, swatches }: ColorPickerProps) {
  const tools = useEditorIfOpen()?.tools ?? null;
  // While the layers differ the picker stands on a colour of the document; nothing is set until one is chosen.
  const shown = value ?? swatches[0] ?? "#4455e6";
  // Hue and saturation of a grey are not in its hex: they are remembered while the picker is open.
  const [remembered, setRemembered] = useState<Hsv>(() => hexToHsv(shown));
  const hsv = hsvToHex(remembered) === shown ? remembered : hexToHsv(shown);

  const set = (next: Hsv, change: Parameters<typeof onChange>[1]) => {
    setRemembered(next);
    onChange(hsvToHex(next), change);
  };
  const pick = async () => {
    const picked = await pickColor(tools);
    if (picked !== null) onChange(picked, "final");
  };
  const pureHue = hsvToHex({ h: hsv.h, s: 1, v: 1, a: 1 });
  const opaque = shown.slice(0, 7);

  return (
    <div className="grid w-56 gap-2.5">
      <BrandColors value={value} onPick={(color) => onChange(color, "final")} />
      <DragArea
        label="Saturation and brightness"
        valueText={`Saturation ${percent(hsv.s)}, brightness ${percent(hsv.v)}`}
        axis="both"
        spot={{ x: hsv.s, y: 1 - hsv.v }}
        onChange={(spot, change) => set({ ...hsv, s: spot.x, v: 1 - spot.y }, change)}
        className="h-36 rounded-md"
        style={{
          background: `linear-gradient(to top, #000, transparent), linear-gradient(to right, #fff, ${pureHue})`,
        }}
      >
        <Thumb x={hsv.s} y={1 - hsv.v} color={opaque} />
      </DragArea>
      <div className="flex items-center gap-2">
        {canPickColor(tools) ? (
          <IconButton label="Pick a colour from the screen" onClick={() => void pick()}>
            <Pipette className="size-4" />
          </IconButton>
        ) : null}
        <div className="grid flex-1 gap-2">
          <DragArea
            label="Hue"
            valueText={`${Math.round(hsv.h)}°`}
            axis="x"
            spot={{ x: hsv.h / 360, y: 0.5 }}
            onChange={(spot, change) => set({ ...hsv, h: Math.min(359.9, spot.x * 360) }, change)}
            className="h-3 rounded-full"
            style={{ background: "linear-gradient(to right,#f00,#ff0,#0f0,#0ff,#00f,#f0f,#f00)" }}
          >
            <Thumb x={hsv.h / 360} y={0.5} color={pureHue} />
          </DragArea>
          <DragArea
            label="Opacity"
            valueText={percent(hsv.a)}
            axis="x"
            spot={{ x: hsv.a, y: 0.5 }}
            onChange={(spot, change) => set({ ...hsv, a: spot.x }, change)}
            className="checkered h-3 rounded-full"
          >
            <span
              className="absolute inset-0 rounded-full"
              style={{ background: `linear-gradient(to right, transparent, ${opaque})` }}
            />
            <Thumb x={hsv.a} y={0.5} color={opaque} />
          </DragArea>
        </div>
      </div>
      <div className="flex gap-1.5">
        <HexInput label="Hex colour" value={value} onChange={(next) => onChange(next, "final")} />
        <NumberField
          label="Opacity of the colour"
          value={value === null ? null : Math.round(hsv.a * 100)}
          min={0}
          max={100}
          step={1}
          unit="%"
          disabled={value === null}
          className="w-16 shrink-0"
          onChange={(next, change) => onChange(withAlpha(opaque, next / 100), change)}
        />
      </div>
      <Swatches
        colors={[...new Set([...swatches, ...PALETTE])].slice(0, 24)}
        value={value}
        onPick={(color) => onChange(color, "final")}
      />
    </div>
  );
}

function Thumb({ x, y, color }: { x: number; y: number; color: string }) {
  return (
    <span
      className="pointer-events-none absolute size-3.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white shadow-[0_0_0_1px_rgb(0_0_0/0.35)]"
      style={{ left: `${x * 100}%`, top: `${y * 100}%`, background: color }}
    />
  );
}

type SwatchesProps = {
  colors: readonly string[];
  value: string | null;
  onPick: (color: string) => void;
};

function Swatches(props: SwatchesProps) {
  return (
    <ul aria-label="Swatches" className="grid grid-cols-8 gap-1.5 border-t pt-2.5">
      {props.colors.map((color) => (
        <li key={color}>
          <button
            type="button"
            aria-label={color}
            aria-pressed={color === props.value}
            onClick={() => props.onPick(color)}
            className="block rounded-sm aria-pressed:ring-2 aria-pressed:ring-accent"
          >
            <Swatch background={color} className="size-5 rounded-sm" />
          </button>
        </li>
      ))}
    </ul>
  );
}

type HexInputProps = {
  label: string;
  /** null: the selected layers differ. */
  value: string | null;
  disabled?: boolean;
  onChange: (hex: string) => void;
};

/** A colour typed as hex; what is no colour goes back to what was there. */
export function HexInput({ label, value, disabled, onChange }: HexInputProps) {
  const draft = useDraft((text) => {
    const parsed = parseHex(text);
    if (parsed && parsed !== value) onChange(parsed);
  });
  return (
    <input
      aria-label={label}
      spellCheck={false}
      autoComplete="off"
      disabled={disabled}
      placeholder={value === null ? "Mixed" : undefined}
      value={draft.text ?? value?.slice(1, 7).toUpperCase() ?? ""}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={draft.settle}
      onKeyDown={(event) => {
        if (event.key === "Enter") draft.settle();
        if (event.key === "Escape") draft.drop();
      }}
      className={`${PANEL_INPUT} figures px-2`}
    />
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
