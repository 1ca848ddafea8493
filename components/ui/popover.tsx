"use client";

import { Popover as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;

/** What lies over popovers, such as handles on the canvas, is marked with `data-over-popovers` and closes none. */
export function PopoverContent({
  className,
  onInteractOutside,
  ...rest
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className={classNames(
          "z-50 max-h-(--radix-popover-content-available-height) animate-pop overflow-y-auto rounded-lg bg-raised p-3 shadow-pop outline-none",
          className,
        )}
        onInteractOutside={(event) => {
          if (event.target instanceof Element && event.target.closest("[data-over-popovers]"))
            event.preventDefault();
          onInteractOutside?.(event);
        }}
        {...rest}
      />
    </Primitive.Portal>
  );
}
