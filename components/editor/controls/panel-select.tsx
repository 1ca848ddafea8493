"use client";

import { Select, type SelectProps } from "@/components/ui/select";

/** A select with the flat look of the panels' other inputs. */
export function PanelSelect({ className = "", ...rest }: Omit<SelectProps, "size">) {
  return (
    <Select
      {...rest}
      size="small"
      className={`bg-sunken! not-focus-visible:ring-transparent! not-focus-visible:hover:ring-line-strong! dark:bg-hover! ${className}`}
    />
  );
}
