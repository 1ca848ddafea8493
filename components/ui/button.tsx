"use client";

import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { classNames } from "./class-names";
import { Spinner } from "./spinner";

const VARIANTS = {
  primary: "bg-accent text-on-accent shadow-low hover:bg-accent-hover",
  secondary: "bg-panel text-text shadow-low ring-1 ring-inset ring-line-strong hover:bg-hover",
  ghost: "text-muted hover:bg-hover hover:text-text data-[state=open]:bg-active data-[state=open]:text-text",
  danger: "bg-danger text-on-accent shadow-low hover:bg-danger-hover",
} as const;

const SIZES = {
  small: "h-7 gap-1.5 rounded-md px-2.5 text-xs",
  medium: "h-8 gap-1.5 rounded-md px-3 text-sm",
  large: "h-10 gap-2 rounded-lg px-4 text-base",
} as const;

export type ButtonProps = ComponentProps<"button"> & {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
  /** Shows a spinner in place of the icon and takes no clicks; the button keeps its width, and the focus if it has it. */
  busy?: boolean;
  icon?: ReactNode;
  /** Gives the look to the only child, such as a link. */
  asChild?: boolean;
};

export function Button({
  variant = "secondary",
  size = "medium",
  busy = false,
  icon,
  asChild = false,
  className,
  disabled,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  // A button that is disabled drops the focus: one that is busy is so for a moment only, and goes on holding it.
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }
  const look = classNames(
    "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium",
    "transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50",
    "aria-busy:pointer-events-none aria-busy:opacity-50",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={look} {...rest} {...(onClick ? { onClick } : {})}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type}
      className={look}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
      {...rest}
    >
      {busy ? (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      ) : null}
      <span className={classNames("contents", busy && "[&>*]:invisible")}>
        {icon}
        <span>{children}</span>
      </span>
    </button>
  );
}
