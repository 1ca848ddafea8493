"use client";

import { Popover as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;

export function PopoverContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className={classNames(
          "z-50 max-h-(--radix-popover-content-available-height) animate-pop overflow-y-auto rounded-lg bg-raised p-3 shadow-pop outline-none",
          className,
        )}
        {...rest}
      />
    </Primitive.Portal>
  );
}
