"use client";

import { Select, type SelectProps } from "@/components/ui/select";

/** Stands for no option while the selected layers differ; no option of a control is called so. */
const MIXED = " mixed";

export type PanelSelectProps = Omit<SelectProps, "size"> & {
  /** The selected layers differ: that is shown, and any option is for all of them. */
  mixed?: boolean;
};

/** A select with the flat look of the panels' other inputs. */
export function PanelSelect({ className = "", mixed = false, value, options, ...rest }: PanelSelectProps) {
  return (
    <Select
      {...rest}
      value={mixed ? MIXED : value}
      options={mixed ? [{ value: MIXED, label: "Mixed", disabled: true }, ...options] : options}
      size="small"
      className={`bg-sunken! not-focus-visible:ring-transparent! not-focus-visible:hover:ring-line-strong! dark:bg-hover! ${className}`}
    />
  );
}
