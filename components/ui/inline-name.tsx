"use client";

import { type KeyboardEvent, useRef } from "react";
import { classNames } from "./class-names";
import { INPUT_LOOK } from "./input";

export type InlineNameProps = {
  label: string;
  name: string;
  /** Most characters. */
  longest: number;
  /** The new name, trimmed, neither empty nor the old one. */
  onDone: (name: string) => void;
  onCancel: () => void;
  /** Low enough to stand in a line of text without moving the next. */
  dense?: boolean;
  className?: string;
};

/** A name edited where it stands: Enter or leaving keeps it, Escape or an empty one does not. */
export function InlineName({
  label,
  name,
  longest,
  onDone,
  onCancel,
  dense = false,
  className,
}: InlineNameProps) {
  // Escape unmounts the field, and unmounting takes the focus away, which must not count as leaving.
  const finished = useRef(false);

  function finish(value: string, keep: boolean) {
    if (finished.current) return;
    finished.current = true;
    const trimmed = value.trim();
    if (keep && trimmed && trimmed !== name) onDone(trimmed);
    else onCancel();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter also confirms a word while composing Japanese, Chinese or Korean.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") finish(event.currentTarget.value, true);
    if (event.key === "Escape") finish(event.currentTarget.value, false);
    event.stopPropagation();
  }

  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it replaces the text the person just chose to edit
      autoFocus
      aria-label={label}
      data-own-escape
      defaultValue={name}
      maxLength={longest}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value, true)}
      onKeyDown={onKeyDown}
      className={classNames(INPUT_LOOK, "px-2 text-sm ring-2 ring-accent", dense ? "h-6" : "h-8", className)}
    />
  );
}
