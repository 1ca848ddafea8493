"use client";

import { type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import type { Change } from "./change";

export type ScrubberProps = {
  /** Size of one step; with Shift ten times that, with Alt a tenth. */
  step: number;
  disabled: boolean;
  className: string;
  /** The way from where the drag began, in the field's own units. */
  onScrub: (by: number, change: Change) => void;
  /** A press that was no drag. */
  onPress: () => void;
  children: ReactNode;
};

/** Pixels of pointer travel for one step. */
const PIXELS = 2;

/**
 * A label or a mark as a handle that changes a number when it is dragged sideways. Pointer only: the keyboard has the
 * arrow keys of the field itself. Escape takes the drag back.
 */
export function Scrubber({ step, disabled, className, onScrub, onPress, children }: ScrubberProps) {
  const drag = useRef<{ x: number; way: number; told: number; moved: boolean } | null>(null);
  const scrub = useRef(onScrub);
  scrub.current = onScrub;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !drag.current) return;
      event.stopPropagation();
      if (drag.current.moved) scrub.current(0, "final");
      drag.current = null;
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);

  function move(event: PointerEvent) {
    const now = drag.current;
    if (!now) return;
    // Counted from move to move: a key that is pressed half way changes what follows and not what was.
    const size = step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
    now.way += ((event.clientX - now.x) / PIXELS) * size;
    now.x = event.clientX;
    const told = Math.round(now.way / size) * size;
    if (told === now.told) return;
    now.told = told;
    now.moved = true;
    onScrub(told, "live");
  }

  return (
    <span
      aria-hidden
      className={`touch-none select-none ${disabled ? "" : "cursor-ew-resize"} ${className}`}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, way: 0, told: 0, moved: false };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        const now = drag.current;
        drag.current = null;
        if (now?.moved) onScrub(now.told, "final");
        else if (now) onPress();
      }}
      onPointerCancel={() => {
        const now = drag.current;
        drag.current = null;
        if (now?.moved) onScrub(0, "final");
      }}
    >
      {children}
    </span>
  );
}
