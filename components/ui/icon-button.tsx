"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Tooltip } from "./tooltip";

const SIZES = {
  small: "size-6 rounded-sm",
  medium: "size-7 rounded-md",
  large: "size-8 rounded-md",
} as const;

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** Name of the action: read by screen readers and shown as a tooltip. */
  label: string;
  /** Shortcut shown in the tooltip, such as `Ctrl+D`. */
  shortcut?: string;
  size?: keyof typeof SIZES;
  /** A toggle that is on. Leave out for plain buttons. */
  pressed?: boolean;
  tooltipSide?: "top" | "right" | "bottom" | "left";
  children: ReactNode;
};

/** A square button with an icon (16 px) and a name. */
export function IconButton({
  label,
  shortcut,
  size = "medium",
  pressed,
  tooltipSide,
  className,
  children,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(
          "inline-grid shrink-0 place-items-center text-muted transition-colors duration-100",
          "hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-40",
          "aria-pressed:bg-accent-soft aria-pressed:text-accent-text",
          "data-[state=open]:bg-active data-[state=open]:text-text",
          SIZES[size],
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}
