import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** Look shared by everything one types into. Its edge alone says where, so it must be seen at rest. */
export const INPUT_LOOK = classNames(
  "w-full min-w-0 rounded-md bg-panel text-text ring-1 ring-field-line ring-inset transition-shadow duration-100",
  "hover:ring-faint focus-visible:outline-none focus-visible:ring-2 focus-visible:ring-accent",
  "aria-invalid:ring-danger-text disabled:opacity-50",
);

const SIZES = {
  small: "h-7 px-2 text-xs",
  medium: "h-8 px-2.5 text-sm",
  large: "h-10 rounded-lg px-3 text-base",
} as const;

export type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: keyof typeof SIZES };

export function Input({ size = "medium", className, ...rest }: InputProps) {
  return <input className={classNames(INPUT_LOOK, SIZES[size], className)} {...rest} />;
}
