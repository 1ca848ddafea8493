"use client";

import type { BrandKit, BrandTextStyle } from "@/lib/template/brand";
import { LIMITS } from "@/lib/template/limits";
import type { Change } from "../editor/controls/change";
import { ColorField } from "../editor/controls/color-field";
import { ControlRow } from "../editor/controls/control-row";
import { NumberField } from "../editor/controls/number-field";
import { PanelSelect } from "../editor/controls/panel-select";
import { WEIGHT_NAMES } from "../editor/controls/weight-names";
import { Switch } from "../ui/switch";
import { type Families, familyOptions } from "./families";
import { useLive } from "./paint-sections";

const CASES = [
  { value: "none", label: "As typed" },
  { value: "upper", label: "All capitals" },
  { value: "lower", label: "No capitals" },
  { value: "title", label: "First letters" },
] as const;

const OWN = "own";

export type TextStyleFormProps = {
  style: BrandTextStyle;
  kit: BrandKit;
  families: Families;
  onChange: (change: Partial<BrandTextStyle>, merge?: string) => void;
};

/** Everything a text style decides. */
export function TextStyleForm({ style, kit, families, onChange }: TextStyleFormProps) {
  const faces = families.named(style.fontFamily)?.faces ?? [];
  const weights = [...new Set([...faces.map(({ weight }) => weight), style.fontWeight])].sort(
    (a, b) => a - b,
  );
  const [color, setColor] = useLive(`${style.id} color`, style.color, (next: string, merge) =>
    onChange({ color: next, colorToken: null }, merge),
  );
  const number = (name: "fontSize" | "lineHeight" | "letterSpacing") => (next: number, how: Change) =>
    onChange({ [name]: next }, how === "final" ? undefined : `${style.id} ${name}`);

  return (
    <div className="grid gap-2">
      <ControlRow label="Family">
        <PanelSelect
          aria-label="Family"
          value={style.fontFamily}
          options={familyOptions(families, style.fontFamily)}
          onValueChange={(fontFamily) => onChange({ fontFamily })}
        />
      </ControlRow>
      <ControlRow label="Weight">
        <PanelSelect
          aria-label="Weight"
          value={String(style.fontWeight)}
          options={weights.map((weight) => ({
            value: String(weight),
            label: WEIGHT_NAMES[weight] ?? String(weight),
          }))}
          onValueChange={(weight) => onChange({ fontWeight: Number(weight) })}
        />
      </ControlRow>
      <ControlRow label="Italic">
        <Switch
          aria-label="Italic"
          checked={style.italic}
          onCheckedChange={(italic) => onChange({ italic })}
        />
      </ControlRow>
      <ControlRow label="Size">
        <NumberField
          label="Size"
          {...{
            value: style.fontSize,
            min: LIMITS.fontSizeMin,
            max: LIMITS.fontSizeMax,
            step: 1,
            unit: "px",
          }}
          onChange={number("fontSize")}
        />
      </ControlRow>
      <ControlRow label="Line height">
        <NumberField
          label="Line height"
          {...{ value: style.lineHeight, min: 0.5, max: 4, step: 0.05 }}
          onChange={number("lineHeight")}
        />
      </ControlRow>
      <ControlRow label="Letter spacing">
        <NumberField
          label="Letter spacing"
          {...{ value: style.letterSpacing, min: -100, max: 200, step: 0.5, unit: "px" }}
          onChange={number("letterSpacing")}
        />
      </ControlRow>
      <ControlRow label="Capitals">
        <PanelSelect
          aria-label="Capitals"
          value={style.transform}
          options={CASES}
          onValueChange={(next) => {
            const transform = CASES.find(({ value }) => value === next)?.value;
            if (transform) onChange({ transform });
          }}
        />
      </ControlRow>
      <ControlRow label="Colour">
        <PanelSelect
          aria-label="Colour of the kit"
          value={style.colorToken ?? OWN}
          options={[
            { value: OWN, label: "A colour of its own" },
            ...kit.colors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(id) => {
            const followed = kit.colors.find((each) => each.id === id);
            onChange(followed ? { colorToken: followed.id, color: followed.color } : { colorToken: null });
          }}
        />
      </ControlRow>
      {style.colorToken === null ? (
        <ControlRow label="">
          <ColorField
            label="Colour"
            value={color}
            swatches={kit.colors.map((each) => each.color)}
            onChange={(next, how) => next && setColor(next, how)}
          />
        </ControlRow>
      ) : null}
    </div>
  );
}
