"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { OnChange } from "./change";
import { PANEL_INPUT } from "./panel-look";
import { parseQuantity } from "./parse-quantity";
import { useDraft } from "./use-draft";

export type NumberFieldProps = {
  label: string;
  /** A letter or an icon before the number; dragging it sideways changes the value. */
  mark?: ReactNode;
  /** null: the selected layers differ. */
  value: number | null;
  min: number;
  max: number;
  /** Size of an arrow-key step; with Shift ten times that. */
  step: number;
  unit?: string;
  /** Shown instead of 0, such as "No limit". */
  zero?: string;
  disabled?: boolean;
  className?: string;
  onChange: OnChange<number>;
};

/** Pixels of pointer travel for one step while dragging the mark. */
const SCRUB_PIXELS = 2;

export function NumberField(props: NumberFieldProps) {
  const { label, mark, value, min, max, step, unit, zero, disabled, className, onChange } = props;
  const draft = useDraft(settle);
  const input = useRef<HTMLInputElement>(null);
  const shown = value === null ? "" : value === 0 && zero ? zero : `${round(value)}${unit ?? ""}`;

  function clamp(next: number): number {
    return Math.min(max, Math.max(min, next));
  }

  function settle(text: string) {
    const parsed = parseQuantity(text, value ?? 0);
    if (parsed !== null && (value === null || round(clamp(parsed)) !== round(value))) {
      onChange(clamp(parsed), "final");
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter") {
      draft.settle();
      requestAnimationFrame(() => input.current?.select());
    } else if (event.key === "Escape") {
      draft.drop();
      requestAnimationFrame(() => input.current?.blur());
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const from = (draft.text === null ? null : parseQuantity(draft.text, value ?? 0)) ?? value ?? 0;
      const size = event.shiftKey ? step * 10 : step;
      draft.drop();
      onChange(clamp(round(from + (event.key === "ArrowUp" ? size : -size))), "step");
      requestAnimationFrame(() => input.current?.select());
    }
  }

  return (
    <div className={classNames("relative flex min-w-0 items-center", className ?? "flex-1")}>
      {mark === undefined ? null : (
        <Scrubber
          value={value}
          step={step}
          disabled={disabled ?? false}
          onScrub={(next, change) => onChange(clamp(round(next)), change)}
          onPress={() => input.current?.focus()}
        >
          {mark}
        </Scrubber>
      )}
      <input
        ref={input}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        aria-valuetext={value === null ? "Mixed" : shown}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={value === null ? "Mixed" : undefined}
        value={draft.text ?? shown}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={draft.settle}
        onKeyDown={onKeyDown}
        className={classNames(PANEL_INPUT, "figures pr-1.5", mark === undefined ? "pl-2" : "pl-7")}
      />
    </div>
  );
}

type ScrubberProps = {
  value: number | null;
  step: number;
  disabled: boolean;
  onScrub: OnChange<number>;
  /** A press that was no drag. */
  onPress: () => void;
  children: ReactNode;
};

/** The mark as a handle. Pointer only: the keyboard has the arrow keys of the field itself. */
function Scrubber({ value, step, disabled, onScrub, onPress, children }: ScrubberProps) {
  const start = useRef<{ x: number; value: number; moved: boolean } | null>(null);

  function at(event: PointerEvent): number | null {
    const from = start.current;
    if (!from) return null;
    const steps = Math.round((event.clientX - from.x) / SCRUB_PIXELS);
    return from.value + steps * step * (event.shiftKey ? 10 : 1);
  }

  return (
    <span
      aria-hidden
      className="absolute inset-y-0 left-0 z-10 grid w-7 cursor-ew-resize touch-none select-none place-items-center text-2xs text-faint [&>svg]:size-3.5"
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        event.preventDefault();
        if (value === null) return onPress();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, value, moved: false };
      }}
      onPointerMove={(event) => {
        const next = at(event);
        if (next === null || !start.current) return;
        if (!start.current.moved && next === start.current.value) return;
        start.current.moved = true;
        onScrub(next, "live");
      }}
      onPointerUp={(event) => {
        const next = at(event);
        if (next !== null && start.current?.moved) onScrub(next, "final");
        else if (start.current) onPress();
        start.current = null;
      }}
      onPointerCancel={() => {
        if (start.current?.moved) onScrub(start.current.value, "final");
        start.current = null;
      }}
    >
      {children}
    </span>
  );
}

/** Two decimals are what people can use; the document keeps what gestures gave it. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
