"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { FocusEvent, ReactElement } from "react";
import { Kbd } from "./kbd";

export type TooltipProps = {
  label: string;
  /** Shortcut shown beside the label, such as `Ctrl+D`. */
  shortcut?: string | undefined;
  side?: "top" | "right" | "bottom" | "left" | undefined;
  /** One element that takes a ref: the thing described. */
  children: ReactElement;
};

/** A word or two about a control, on hover and on keyboard focus. Never the only place something is said. */
export function Tooltip({ label, shortcut, side = "bottom", children }: TooltipProps) {
  return (
    <Primitive.Root disableHoverableContent>
      <Primitive.Trigger asChild onFocus={ignoreReturnedFocus}>
        {children}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          data-tip=""
          className="z-50 flex max-w-64 animate-fade items-center gap-2 rounded-md bg-tip px-2 py-1 font-medium text-on-tip text-xs shadow-pop"
        >
          {label}
          {shortcut ? <Kbd keys={shortcut} tone="inverse" /> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** A menu that closes gives the focus back to its button; that is no wish to read what the button does. */
function ignoreReturnedFocus(event: FocusEvent<HTMLElement>) {
  if (!event.currentTarget.matches(":focus-visible")) event.preventDefault();
}

/** Once around the app, so that moving from one tooltip to the next does not wait again. */
export const TooltipProvider = Primitive.Provider;
