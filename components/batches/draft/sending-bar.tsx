"use client";

import { useEffect, useRef } from "react";
import { Button } from "../../ui/button";

export type SendingBarProps = { sending: { name: string; share: number }; onCancel: () => void };

/** A list on its way, in the place of the field that took it. */
export function SendingBar({ sending: { name, share }, onCancel }: SendingBarProps) {
  const isSent = share >= 1;
  const percent = Math.floor(share * 100);
  const cancel = useRef<HTMLButtonElement>(null);
  // The field that had the focus is gone: what is in its place takes it.
  useEffect(() => cancel.current?.focus({ preventScroll: true }), []);
  return (
    <div className="grid h-40 content-center justify-items-center gap-3 rounded-lg border border-line-strong bg-panel px-4 text-center text-sm">
      <p role="status" className="wrap-anywhere font-medium">
        {isSent ? `Reading ${name}…` : `Sending ${name}…`}
      </p>
      <progress
        aria-label={`Upload of ${name}`}
        max={1}
        {...(isSent ? {} : { value: share })}
        className="h-1.5 w-64 max-w-full accent-accent"
      />
      <p className="figures flex h-7 items-center gap-3 text-faint text-xs">
        <span className="w-16 text-right">{isSent ? "sent" : `${percent} %`}</span>
        <Button ref={cancel} size="small" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </div>
  );
}
