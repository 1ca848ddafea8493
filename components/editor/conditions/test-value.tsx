"use client";

import { useMemo } from "react";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { formatValue } from "@/lib/template/format-value";
import { LIMITS } from "@/lib/template/limits";
import { ColorField } from "../controls/color-field";
import { useEditorState } from "../editor-context";
import { DateInput } from "./date-input";
import { ValueInput } from "./value-input";
import { YesNo } from "./yes-no";

export type TestValueProps = {
  label: string;
  field: Field | undefined;
  value: string;
  swatches: readonly string[];
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (value: string) => void;
};

/** Most values of the samples that are offered. */
const MOST_OFFERED = 20;

/** What a field is compared with, by a control that fits the field. */
export function TestValue({ field, swatches, ...shared }: TestValueProps) {
  const offered = useSampleValues(field?.type === "text" || field?.type === "url" ? field.key : null);
  const { label, value, disabled, onChange } = shared;
  switch (field?.type) {
    case "boolean":
      return <YesNo label={label} value={value} disabled={disabled} onChange={onChange} />;
    case "color":
      return (
        <ColorField
          label={label}
          value={formatValue(value, { type: "color", format: DEFAULT_FORMAT }) ?? "#ffffff"}
          disabled={disabled}
          swatches={swatches}
          onChange={(color) => color && onChange(color)}
        />
      );
    case "date":
      return <DateInput {...shared} />;
    case "number":
      return <ValueInput {...shared} maxLength={LIMITS.testValue} numeric placeholder="100" />;
    default:
      return <ValueInput {...shared} maxLength={LIMITS.testValue} suggestions={offered} placeholder="Text" />;
  }
}

/** What the sample rows say for a field, each once. */
function useSampleValues(key: string | null): readonly string[] {
  const samples = useEditorState((state) => state.document.samples);
  return useMemo(() => {
    if (key === null) return [];
    const values = samples.map((row) => (row.values[key] ?? "").trim()).filter((value) => value !== "");
    return [...new Set(values)].slice(0, MOST_OFFERED);
  }, [samples, key]);
}
