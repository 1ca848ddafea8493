"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { MENU_LOOK } from "@/components/ui/menu-look";
import { useEditorState } from "../editor-context";
import type { TextRange } from "./text-runs";

/** The placeholder being typed right before the caret: `{{` and what follows; null when there is none. */
export function suggestionQuery(
  text: string,
  { start, end }: TextRange,
): { range: TextRange; word: string } | null {
  if (start !== end) return null;
  const match = /\{\{[ \t]*([a-z0-9_]*)$/i.exec(text.slice(0, end));
  if (!match) return null;
  const closing = /^[a-z0-9_]*[ \t]*\}\}/i.exec(text.slice(end))?.[0] ?? "";
  return { range: { start: match.index, end: end + closing.length }, word: match[1]?.toLowerCase() ?? "" };
}

export type FieldSuggestionsProps = {
  /** What was typed after the braces. */
  word: string;
  /** Where one types; keys go there and are watched here. */
  anchor: RefObject<HTMLElement | null>;
  onPick: (key: string) => void;
};

/** Fields that fit what is typed after `{{`. Arrow keys choose, Enter or Tab takes. */
export function FieldSuggestions({ word, anchor, onPick }: FieldSuggestionsProps) {
  const fields = useEditorState((state) => state.document.fields);
  const found = useMemo(
    () =>
      fields.filter(({ key, label }) => key.includes(word) || label.toLowerCase().includes(word)).slice(0, 8),
    [fields, word],
  );
  const [active, setActive] = useState(0);
  const at = Math.min(active, found.length - 1);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const target = anchor.current;
    if (!target || found.length === 0) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        event.stopPropagation();
        setActive((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      } else if (event.key === "Enter" || event.key === "Tab") {
        const field = found[at];
        if (!field) return;
        event.preventDefault();
        event.stopPropagation();
        pick.current(field.key);
      }
    };
    target.addEventListener("keydown", onKeyDown);
    return () => target.removeEventListener("keydown", onKeyDown);
  }, [anchor, found, at]);

  const place = caretBox(anchor.current);
  if (found.length === 0 || !place) return null;
  return createPortal(
    <div
      role="listbox"
      aria-label="Fields"
      className={classNames(MENU_LOOK, "fixed max-h-64")}
      style={{ left: place.left, top: place.bottom + 6 }}
    >
      {found.map((field, index) => (
        <div
          key={field.key}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={classNames(
            "flex h-7 items-center justify-between gap-4 rounded-md px-2 text-sm",
            index === at && "bg-active",
          )}
          onPointerDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onPick(field.key);
          }}
        >
          <span className="truncate">{field.label || field.key}</span>
          <span className="font-mono text-2xs text-faint">{field.key}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}

/** Where the caret is on the screen; for a text area its own lower edge. */
function caretBox(element: HTMLElement | null): { left: number; bottom: number } | null {
  if (!element) return null;
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const box = range && element.contains(range.startContainer) ? range.getClientRects()[0] : undefined;
  const { left, bottom } = box ?? element.getBoundingClientRect();
  return { left, bottom };
}
