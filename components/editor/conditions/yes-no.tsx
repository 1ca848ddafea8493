import { SegmentedControl } from "@/components/ui/segmented-control";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { formatValue } from "@/lib/template/format-value";

export type YesNoProps = {
  label: string;
  /** As it is stored: `yes`, `true`, `0` and whatever else is read as one of the two. */
  value: string;
  disabled: boolean;
  onChange: (value: "yes" | "no") => void;
};

/** A value that is yes or no. */
export function YesNo({ label, value, disabled, onChange }: YesNoProps) {
  const read = formatValue(value, { type: "boolean", format: DEFAULT_FORMAT })?.toLowerCase() ?? "";
  return (
    <SegmentedControl
      size="small"
      label={label}
      value={read}
      disabled={disabled}
      className="w-full"
      segments={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
      onValueChange={(next) => onChange(next === "yes" ? "yes" : "no")}
    />
  );
}
