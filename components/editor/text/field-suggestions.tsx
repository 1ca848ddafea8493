"use client";

import { Plus } from "lucide-react";
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { MENU_LOOK } from "@/components/ui/menu-look";
import { checkFieldKey } from "@/lib/template/check-document";
import { addField } from "@/lib/template/commands/field-commands";
import type { Field } from "@/lib/template/field";
import { labelFromKey } from "@/lib/template/label-from-key";
import { LIMITS } from "@/lib/template/limits";
import { useEditor, useEditorState } from "../editor-context";
import { keyFromName } from "../fields/key-from-name";
import { newField } from "../fields/new-field";
import { showField } from "../fields/show-field";
import type { TextRange } from "./text-runs";

/**
 * The placeholder being typed right before the caret: `{{` and what follows, a key or a name of several words; null
 * when there is none.
 */
export function suggestionQuery(
  text: string,
  { start, end }: TextRange,
): { range: TextRange; word: string } | null {
  if (start !== end) return null;
  const match = /\{\{[ \t]*((?:[\p{L}\p{N}_][\p{L}\p{N}_ ]{0,39})?)$/iu.exec(text.slice(0, end));
  if (!match) return null;
  const closing = /^[a-z0-9_]*[ \t]*\}\}/i.exec(text.slice(end))?.[0] ?? "";
  return { range: { start: match.index, end: end + closing.length }, word: match[1] ?? "" };
}

export type FieldSuggestionsProps = {
  /** What was typed after the braces. */
  word: string;
  /** Where one types; keys go there and are watched here. */
  anchor: RefObject<HTMLElement | null>;
  onPick: (key: string) => void;
};

type Option = { key: string; label: string; isNew: boolean };

/** Offered to somebody who has no field yet. */
const FIRST = { key: "first_name", label: "First name" };

/**
 * Fields that fit what is typed after `{{`, and a new one of that name. Arrow keys choose, Enter or Tab takes.
 */
export function FieldSuggestions({ word, anchor, onPick }: FieldSuggestionsProps) {
  const { store, ui } = useEditor();
  const fields = useEditorState((state) => state.document.fields);
  const options = useMemo(() => optionsFor(fields, word), [fields, word]);
  const [active, setActive] = useState(0);
  const listId = useId();
  const at = Math.min(active, options.length - 1);

  function take({ key, label, isNew }: Option) {
    if (isNew) {
      store.dispatch("Add field", (doc) =>
        addField(doc, { field: newField(doc.fields, { key, label, type: "text" }) }),
      );
      // Nobody has named it yet: its name waits in the list of fields.
      if (label === "") showField(ui, key);
    }
    onPick(key);
  }
  const takeNow = useRef(take);
  takeNow.current = take;

  useEffect(() => {
    const target = anchor.current;
    if (!target || options.length === 0) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // Enter that takes a word of an input method is not for us.
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        event.stopPropagation();
        setActive((at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
      } else if (event.key === "Enter" || event.key === "Tab") {
        const option = options[at];
        if (!option) return;
        event.preventDefault();
        event.stopPropagation();
        takeNow.current(option);
      }
    };
    target.addEventListener("keydown", onKeyDown);
    return () => target.removeEventListener("keydown", onKeyDown);
  }, [anchor, options, at]);

  const isOpen = options.length > 0;
  useEffect(() => {
    const target = anchor.current;
    if (!target || !isOpen) return;
    const said = {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": listId,
      "aria-activedescendant": `${listId}-${at}`,
    };
    for (const [name, value] of Object.entries(said)) target.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(said)) target.removeAttribute(name);
    };
  }, [anchor, isOpen, listId, at]);

  const place = caretBox(anchor.current);
  if (!isOpen || !place) return null;
  return createPortal(
    <div
      id={listId}
      role="listbox"
      aria-label="Fields"
      className={classNames(MENU_LOOK, "fixed max-h-64")}
      style={{ left: place.left, top: place.bottom + 6 }}
    >
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${listId}-${index}`}
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
            take(option);
          }}
        >
          <span className="flex min-w-0 items-center gap-1.5 truncate">
            {option.isNew ? <Plus aria-hidden className="size-3.5 text-faint" /> : null}
            {option.isNew
              ? option.label === ""
                ? "New field …"
                : `New field: ${option.label}`
              : option.label || option.key}
          </span>
          <span className="font-mono text-2xs text-faint">{option.key}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}

function optionsFor(fields: readonly Field[], typed: string): Option[] {
  const word = typed.trim().toLowerCase();
  const fitting = fields
    .filter(({ key, label }) => key.includes(word) || label.toLowerCase().includes(word))
    .slice(0, 8)
    .map(({ key, label }): Option => ({ key, label, isNew: false }));
  const option = newOption(fields, typed.trim());
  return option ? [...fitting, option] : fitting;
}

/** The field that is not there yet: named as typed, or waiting for its name. */
function newOption(fields: readonly Field[], typed: string): Option | null {
  if (fields.length >= LIMITS.fields) return null;
  if (typed === "") {
    const isFirst = fields.length === 0;
    const start = isFirst ? FIRST : { key: "field", label: "" };
    return { ...start, key: newField(fields, { ...start, type: "text" }).key, isNew: true };
  }
  const isKey = /^[a-z][a-z0-9_]*$/.test(typed);
  const key = isKey ? typed : keyFromName(typed);
  if (key === null || checkFieldKey(key, fields, "/key") !== null) return null;
  return { key, label: isKey ? labelFromKey(typed) : typed, isNew: true };
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
