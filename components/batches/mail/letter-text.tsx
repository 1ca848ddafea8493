"use client";

import { useRef } from "react";
import { classNames } from "../../ui/class-names";
import { Field } from "../../ui/field";
import { INPUT_LOOK, Input } from "../../ui/input";

/** Names of columns that can stand in braces. */
const NAMEABLE = /^[^{}]{1,60}$/;

export type LetterWords = { subject: string; message: string };

export type LetterTextProps = {
  words: LetterWords;
  columns: readonly string[];
  errors: Readonly<Record<string, string>>;
  onChange: (words: LetterWords) => void;
};

/** Subject and message, with what can stand in braces at hand. */
export function LetterText({ words, columns, errors, onChange }: LetterTextProps) {
  const boxes = {
    subject: useRef<HTMLInputElement>(null),
    message: useRef<HTMLTextAreaElement>(null),
  };
  /** Where something is inserted: where the caret was last. */
  const last = useRef<keyof LetterWords>("message");

  function insert(name: string) {
    const part = last.current;
    const box = boxes[part].current;
    const text = words[part];
    const [from, to] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length];
    const chip = `{{${name}}}`;
    onChange({ ...words, [part]: `${text.slice(0, from)}${chip}${text.slice(to)}` });
    box?.focus();
    requestAnimationFrame(() => box?.setSelectionRange(from + chip.length, from + chip.length));
  }

  const names = columns.map((column) => column.trim()).filter((column) => NAMEABLE.test(column));
  return (
    <>
      <Field label="Subject" error={errors["/subject"]}>
        {(control) => (
          <Input
            {...control}
            ref={boxes.subject}
            value={words.subject}
            maxLength={200}
            autoComplete="off"
            onFocus={() => {
              last.current = "subject";
            }}
            onChange={(event) => onChange({ ...words, subject: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label="Message"
        error={errors["/message"]}
        hint="Plain text. What stands in braces is what stands in each row."
      >
        {(control) => (
          <textarea
            {...control}
            ref={boxes.message}
            value={words.message}
            maxLength={5_000}
            rows={7}
            onFocus={() => {
              last.current = "message";
            }}
            onChange={(event) => onChange({ ...words, message: event.currentTarget.value })}
            className={classNames(INPUT_LOOK, "resize-y px-2.5 py-2 text-sm leading-5")}
          />
        )}
      </Field>
      <ul aria-label="What can be inserted" className="-mt-2 flex flex-wrap gap-1.5">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-label={`Insert ${name}`}
              onClick={() => insert(name)}
              className="h-6 rounded-full bg-accent-soft px-2.5 text-accent-text text-xs hover:bg-active"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
