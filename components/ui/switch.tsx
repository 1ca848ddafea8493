"use client";

import { Switch as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** On or off, at once. Give it an `id` and a label, or an `aria-label`. */
export function Switch({ className, ...rest }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={classNames(
        "relative inline-flex h-[18px] w-8 shrink-0 items-center rounded-full bg-field-line transition-colors duration-100",
        "before:absolute before:-inset-1 disabled:opacity-45 data-[state=checked]:bg-accent",
        className,
      )}
      {...rest}
    >
      <Primitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-low transition-transform duration-100 data-[state=checked]:translate-x-4" />
    </Primitive.Root>
  );
}
