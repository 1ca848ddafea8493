"use client";

import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { LIMITS } from "@/lib/template/limits";

export type CellEditorProps = {
  label: string;
  text: string;
  editing: boolean;
  problem: string | null;
  isName: boolean;
  readOnly: boolean;
  /** The table has the focus, so this cell takes it. */
  wantsFocus: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

/**
 * The text box of the active cell. Until something is typed it looks like the cell itself and holds its text selected,
 * so that the first letter, also one an input method makes, takes the text's place.
 */
export function CellEditor(props: CellEditorProps) {
  const { label, text, editing, problem, isName, readOnly, wantsFocus, onType, onLeave, onKeyDown } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const wasEditing = useRef(editing);

  useLayoutEffect(() => {
    const target = box.current;
    if (!target) return;
    if (wantsFocus && target !== document.activeElement) target.focus({ preventScroll: true });
    if (!editing && target === document.activeElement) target.select();
    if (editing && !wasEditing.current && target.selectionStart === 0)
      target.setSelectionRange(text.length, text.length);
    wasEditing.current = editing;
  });

  return (
    <textarea
      ref={box}
      rows={1}
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      aria-describedby="sample-note"
      autoComplete="off"
      spellCheck={false}
      maxLength={isName ? LIMITS.name : LIMITS.value}
      readOnly={readOnly}
      value={text}
      onFocus={(event) => editing || event.currentTarget.select()}
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={onKeyDown}
      className={classNames(
        "absolute inset-x-0 top-0 z-10 block min-h-7 w-full resize-none px-2 py-1.5 text-xs leading-4 outline-none",
        "shadow-[inset_0_0_0_2px_var(--accent)]",
        editing
          ? "field-sizing-content max-h-40 w-max min-w-full max-w-80 bg-raised shadow-[inset_0_0_0_2px_var(--accent),var(--shadow-pop)]"
          : "h-7 cursor-default overflow-hidden whitespace-pre bg-transparent caret-transparent selection:bg-transparent",
        problem && !editing && "text-warning-text",
      )}
    />
  );
}
