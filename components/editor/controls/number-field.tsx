"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { useEditorIfOpen } from "../editor-context";
import type { Change, OnChange } from "./change";
import { ControlRow } from "./control-row";
import { PANEL_INPUT } from "./panel-look";
import { isRelative, parseQuantity, type Unit } from "./parse-quantity";
import { Scrubber } from "./scrubber";
import { useDraft } from "./use-draft";

export type NumberFieldProps = {
  label: string;
  /** A letter or an icon before the number; dragging it sideways changes the value. */
  mark?: ReactNode;
  /** Words before the field in a row of their own; dragging them sideways changes the value. */
  rowLabel?: string;
  /** null: the selected layers differ. */
  value: number | null;
  min: number;
  max: number;
  /** Size of an arrow-key step; with Shift ten times that, with Alt a tenth. */
  step: number;
  unit?: string;
  /** Shown instead of 0, such as "No limit". */
  zero?: string;
  disabled?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  className?: string;
  onChange: OnChange<number>;
  /** Changes each layer's own number, where they differ; without it only a number for all can be given. */
  onEach?: ((change: (present: number) => number, how: Change) => void) | undefined;
};

/** A number that is typed, reckoned (`120*2`, `50%`, `+10`), stepped with the arrow keys or dragged by its mark or label. */
export function NumberField(props: NumberFieldProps) {
  const { label, mark, rowLabel, value, min, max, step, unit, zero, className, onChange, onEach } = props;
  const { disabled = false, describedBy, invalid = false } = props;
  const editor = useEditorIfOpen();
  const draft = useDraft(settle);
  const input = useRef<HTMLInputElement>(null);
  /** What the number was when a drag began, until the drag ends. */
  const scrubbed = useRef<number | null>(null);
  const shown = value === null ? "" : value === 0 && zero ? zero : `${round(value)}${unit ?? ""}`;
  const measure = unitOf(unit);

  function clamp(next: number): number {
    return Math.min(max, Math.max(min, next));
  }

  function settle(text: string) {
    if (value === null && isRelative(text, measure)) {
      if (!onEach) editor?.announce(`${label} differs here. Give one number for all.`);
      else if (parseQuantity(text, 1, measure) !== null)
        onEach((present) => clamp(parseQuantity(text, present, measure) ?? present), "final");
      return;
    }
    const parsed = parseQuantity(text, value ?? 0, measure);
    if (parsed === null) {
      if (text.trim() !== "" && text.trim() !== shown)
        editor?.announce(
          `${text.trim()} is no number. ${label} stays ${value === null ? "as it is" : shown}.`,
        );
      return;
    }
    const next = clamp(parsed);
    if (next !== parsed) editor?.announce(`${label} goes from ${min} to ${max}, so it is ${round(next)}.`);
    if (value === null || round(next) !== round(value)) onChange(next, "final");
  }

  function stepBy(size: number) {
    const typed = draft.text === null ? null : parseQuantity(draft.text, value ?? 0, measure);
    draft.drop();
    if (value === null && typed === null) onEach?.((present) => clamp(round(present + size)), "step");
    else onChange(clamp(round((typed ?? value ?? 0) + size)), "step");
    requestAnimationFrame(() => input.current?.select());
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (isUndo && editor && draft.text === null) {
      // Nothing is typed that the browser could take back: the keys mean the design.
      event.preventDefault();
      if (event.shiftKey) editor.store.redo();
      else editor.store.undo();
    } else if (event.key === "Enter") {
      draft.settle();
      requestAnimationFrame(() => input.current?.select());
    } else if (event.key === "Escape") {
      draft.drop();
      requestAnimationFrame(() => input.current?.blur());
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const size = step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
      stepBy(event.key === "ArrowUp" ? size : -size);
    }
  }

  function scrub(by: number, change: Change) {
    if (value === null && onEach) return onEach((present) => clamp(round(present + by)), change);
    scrubbed.current ??= value ?? 0;
    const next = clamp(round(scrubbed.current + by));
    if (change === "final") scrubbed.current = null;
    onChange(next, change);
  }

  const handle = (className: string, children: ReactNode) => (
    <Scrubber
      step={step}
      disabled={disabled || (value === null && !onEach)}
      className={className}
      onScrub={scrub}
      onPress={() => input.current?.focus()}
    >
      {children}
    </Scrubber>
  );

  const field = (
    <div className={classNames("relative flex min-w-0 items-center", className ?? "flex-1")}>
      {mark === undefined
        ? null
        : handle(
            "absolute inset-y-0 left-0 z-10 grid w-7 place-items-center text-2xs text-faint [&>svg]:size-3.5",
            mark,
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
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
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
  return rowLabel === undefined ? field : <ControlRow label={handle("block", rowLabel)}>{field}</ControlRow>;
}

function unitOf(unit: string | undefined): Unit {
  const trimmed = unit?.trim();
  return trimmed === "%" || trimmed === "°" ? trimmed : "px";
}

/** Two decimals are what people can use; the document keeps what gestures gave it. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
