"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { classNames } from "./class-names";

const WIDTHS = {
  small: "sm:max-w-sm",
  medium: "sm:max-w-lg",
  large: "sm:max-w-3xl",
  huge: "sm:max-w-5xl",
} as const;

export const Dialog = Primitive.Root;

export type DialogContentProps = {
  title: string;
  /** One sentence under the title; leave out when the title says it all. */
  description?: string;
  width?: keyof typeof WIDTHS;
  /** Whether it may be closed without one of its buttons. */
  dismissible?: boolean;
  /** Buttons, right-aligned under the content. */
  footer?: ReactNode;
  /** Before Escape closes it; prevent the event's default to stay. */
  onEscapeKeyDown?: (event: KeyboardEvent) => void;
  /** Before the focus goes back to where it was; prevent the event's default to send it elsewhere. */
  onCloseAutoFocus?: (event: Event) => void;
  className?: string;
  children: ReactNode;
};

/** A sheet at the bottom of a phone, a panel in the middle of anything wider. Its body scrolls, its ends stay. */
export function DialogContent({
  title,
  description,
  width = "medium",
  dismissible = true,
  footer,
  onEscapeKeyDown,
  onCloseAutoFocus,
  className,
  children,
}: DialogContentProps) {
  /** What had the focus when it opened: most dialogs are opened by more than one button, and know of none. */
  const before = useRef<Element | null>(null);
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
      <div className="pointer-events-none fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6">
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onEscapeKeyDown={(event) => {
            // A field that takes back what was typed keeps the key. It is asked before the field hears of it.
            if (event.target instanceof Element && event.target.closest("[data-own-escape]"))
              event.preventDefault();
            onEscapeKeyDown?.(event);
          }}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus?.(event);
            if (!event.defaultPrevented) giveBack(before.current, event);
          }}
          className={classNames(
            "pointer-events-auto flex max-h-[92dvh] w-full animate-sheet flex-col overflow-hidden bg-raised shadow-pop outline-none",
            "rounded-t-xl sm:max-h-[min(46rem,88dvh)] sm:rounded-xl",
            WIDTHS[width],
          )}
        >
          <header className="flex items-start gap-4 border-b px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="font-semibold text-base leading-7">{title}</Primitive.Title>
              {description ? (
                <Primitive.Description className="text-muted text-sm">{description}</Primitive.Description>
              ) : null}
            </div>
            {dismissible ? (
              <Primitive.Close
                aria-label="Close"
                className="-mr-1.5 grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
              >
                <X aria-hidden className="size-4" />
              </Primitive.Close>
            ) : null}
          </header>
          <div className={classNames("min-h-0 flex-1 overflow-y-auto overscroll-contain p-5", className)}>
            {children}
          </div>
          {footer ? <footer className="flex justify-end gap-2 border-t px-5 py-3">{footer}</footer> : null}
        </Primitive.Content>
      </div>
    </Primitive.Portal>
  );
}

/** The focus goes back to where it was, unless something else has taken it by now or that is gone. */
function giveBack(before: Element | null, event: Event): void {
  const now = document.activeElement;
  const isTaken = now !== null && now !== document.body;
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
  if (!isTaken && !isThere) return;
  event.preventDefault();
  if (!isTaken && isThere) before.focus({ preventScroll: true });
}
