"use client";

import { DEFAULT_FORMAT } from "@/lib/template/field";
import { formatValue } from "@/lib/template/format-value";
import { LIMITS } from "@/lib/template/limits";
import { parseNumber } from "@/lib/template/parse-number";
import type { Settable } from "@/lib/template/rules-words";
import type { Change } from "../controls/change";
import { ColorField } from "../controls/color-field";
import { AssetButton } from "../controls/image-source-field";
import { NumberField } from "../controls/number-field";
import { TextAreaField } from "../controls/text-area-field";
import { ValueInput } from "./value-input";
import { YesNo } from "./yes-no";

export type SetValueProps = {
  label: string;
  kind: Settable["kind"];
  value: string;
  swatches: readonly string[];
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (value: string, change: Change) => void;
};

/** What a condition sets a property to, by a control that fits the property. */
export function SetValue({ kind, swatches, ...shared }: SetValueProps) {
  const { label, value, disabled, invalid, describedBy, onChange } = shared;
  switch (kind) {
    case "text":
      return (
        <TextAreaField
          label={label}
          value={value}
          multiline
          maxLength={LIMITS.ruleValue}
          disabled={disabled}
          invalid={invalid}
          describedBy={describedBy}
          placeholder="Said instead"
          offersFields
          onChange={(text) => onChange(text, "step")}
        />
      );
    case "color":
      return (
        <ColorField
          label={label}
          value={formatValue(value, { type: "color", format: DEFAULT_FORMAT }) ?? "#111827"}
          disabled={disabled}
          swatches={swatches}
          onChange={(color, change) => color && onChange(color, change)}
        />
      );
    case "boolean":
      return (
        <YesNo label={label} value={value} disabled={disabled} onChange={(next) => onChange(next, "final")} />
      );
    case "image":
      return (
        <AssetButton
          label={label}
          assetId={value === "" ? null : value}
          disabled={disabled}
          onPick={(assetId) => onChange(assetId, "final")}
        />
      );
    case "number":
    case "share":
      return <SetNumber {...shared} isShare={kind === "share"} />;
  }
}

function SetNumber({ isShare, ...shared }: Omit<SetValueProps, "kind" | "swatches"> & { isShare: boolean }) {
  const { label, value, disabled, onChange } = shared;
  const number = parseNumber(value, DEFAULT_FORMAT.locale);
  // What was stored and is no number can be read and mended as text.
  if (number === null)
    return (
      <ValueInput
        {...shared}
        maxLength={LIMITS.ruleValue}
        numeric
        onChange={(text) => onChange(text, "step")}
      />
    );
  const hundredths = isShare && !/%\s*$/.test(value);
  return (
    <NumberField
      label={label}
      value={Number(number) * (hundredths ? 100 : 1)}
      min={isShare ? 0 : -LIMITS.coordinate}
      max={isShare ? 100 : LIMITS.coordinate}
      step={1}
      unit={isShare ? "%" : ""}
      disabled={disabled}
      onChange={(next, change) => onChange(isShare ? `${next}%` : String(next), change)}
    />
  );
}
