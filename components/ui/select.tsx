"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import { classNames } from "./class-names";
import { INPUT_LOOK } from "./input";
import { MENU_ITEM_LOOK, MENU_LOOK } from "./menu-look";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly SelectOption[];
  id?: string;
  /** Needed where no visible label points here. */
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  disabled?: boolean;
  size?: "small" | "medium";
  className?: string;
};

/** One of a list of options. */
export function Select({
  value,
  onValueChange,
  options,
  disabled,
  size = "medium",
  className,
  ...aria
}: SelectProps) {
  return (
    <Primitive.Root value={value} onValueChange={onValueChange} {...(disabled ? { disabled } : {})}>
      <Primitive.Trigger
        {...aria}
        className={classNames(
          INPUT_LOOK,
          "flex items-center justify-between gap-1.5 text-left",
          size === "small" ? "h-7 px-2 text-xs" : "h-8 px-2.5 text-sm",
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Primitive.Value />
        </span>
        <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-faint" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(MENU_LOOK, "min-w-(--radix-select-trigger-width)")}
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={classNames(MENU_ITEM_LOOK, "pr-8")}
              >
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                <Primitive.ItemIndicator className="absolute right-2">
                  <Check aria-hidden className="size-3.5" />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
