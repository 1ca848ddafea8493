"use client";

import { RadioGroup as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Tooltip } from "./tooltip";

export type Segment<Value extends string> = {
  value: Value;
  label: string;
  /** Shown in place of the label, which then becomes the tooltip. */
  icon?: ReactNode;
};

export type SegmentedControlProps<Value extends string> = {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  segments: readonly Segment<Value>[];
  size?: "small" | "medium";
  disabled?: boolean;
  className?: string;
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
};

/** One of a few options, all in sight. Arrow keys move between them. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  onValueChange,
  segments,
  size = "medium",
  disabled = false,
  className,
  ...field
}: SegmentedControlProps<Value>) {
  function choose(next: string) {
    const segment = segments.find((candidate) => candidate.value === next);
    if (segment) onValueChange(segment.value);
  }
  return (
    <Primitive.Root
      {...field}
      aria-label={label}
      value={value}
      onValueChange={choose}
      disabled={disabled}
      orientation="horizontal"
      className={classNames("inline-flex rounded-md bg-active p-0.5", disabled && "opacity-45", className)}
    >
      {segments.map((segment) => {
        const item = (
          <Primitive.Item
            key={segment.value}
            value={segment.value}
            aria-label={segment.label}
            className={classNames(
              "grid flex-auto place-items-center whitespace-nowrap rounded-sm px-2 font-medium text-muted text-xs transition-colors [&>svg]:size-4",
              "hover:text-text aria-checked:bg-raised aria-checked:text-text aria-checked:shadow-low",
              // In the dark what is raised is lighter than what it stands on.
              "dark:aria-checked:bg-white/20",
              size === "small" ? "h-6 min-w-6" : "h-7 min-w-7",
            )}
          >
            {segment.icon ?? segment.label}
          </Primitive.Item>
        );
        return segment.icon ? (
          <Tooltip key={segment.value} label={segment.label}>
            {item}
          </Tooltip>
        ) : (
          item
        );
      })}
    </Primitive.Root>
  );
}
