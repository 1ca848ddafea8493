"use client";

import {
  type ClipboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classNames } from "@/components/ui/class-names";
import type { TextLimit } from "@/lib/template/text-limit";
import { FieldSuggestions, suggestionQuery } from "../text/field-suggestions";
import { cutNote, cutToFit } from "./cut-to-fit";
import { lengthNote } from "./length-note";
import { PANEL_INPUT } from "./panel-look";

export type TextAreaHandle = { insert: (text: string) => void; focus: () => void };

export type TextAreaFieldProps = {
  label: string;
  /** null: the selected layers differ. */
  value: string | null;
  multiline: boolean;
  maxLength: number;
  disabled?: boolean;
  placeholder?: string;
  /** What holds beside `maxLength`, such as the digits of a barcode. */
  limit?: TextLimit | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  handle?: Ref<TextAreaHandle>;
  autoFocus?: boolean;
  /** Offers the template's fields when `{{` is typed. */
  offersFields?: boolean;
  onChange: (value: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
};

/** A third of the panel, which is as tall as the window but for the bar above it; what is longer scrolls. */
const TALLEST = "max-h-[calc((100dvh-3rem)/3)] overflow-y-auto";

/**
 * Text in a panel. Grows with its content; every keystroke counts, the store joins them into one undo step. What goes
 * beyond the limit is not taken, and near it a line says how much there is.
 */
export function TextAreaField(props: TextAreaFieldProps) {
  const {
    label,
    value,
    multiline,
    maxLength,
    disabled,
    placeholder,
    limit,
    describedBy,
    invalid,
    handle,
    autoFocus = false,
    offersFields = false,
    onChange,
    onFocus,
    onBlur,
  } = props;
  const element = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [query, setQuery] = useState<ReturnType<typeof suggestionQuery>>(null);
  const text = value ?? "";
  const noteId = useId();
  const note = lengthNote(text, maxLength, limit);
  const [cut, setCut] = useState<string | null>(null);

  /** Half a field in braces would be none, so one that does not fit is left out. */
  function insert(inserted: string, { start, end }: { start: number; end: number }) {
    const next = `${text.slice(0, start)}${inserted}${text.slice(end)}`;
    if (next.length > maxLength) return;
    onChange(next);
    setCut(null);
    setCaret(start + inserted.length);
  }

  /** A paste that is too long is cut here and told: the browser would cut it without a word, and through a field. */
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    const given = event.clipboardData.getData("text/plain");
    const pasted = multiline ? given : given.replace(/\r?\n/g, " ");
    const room = maxLength - (text.length - (end - start));
    if (pasted.length <= room) return;
    event.preventDefault();
    const kept = cutToFit(pasted, room);
    insert(kept, { start, end });
    setCut(cutNote(pasted, kept));
  }

  useImperativeHandle(handle, () => ({
    focus: () => element.current?.focus(),
    insert: (inserted) => {
      const { selectionStart, selectionEnd } = element.current ?? {};
      insert(inserted, { start: selectionStart ?? text.length, end: selectionEnd ?? text.length });
    },
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text
  useLayoutEffect(() => {
    const area = element.current;
    if (!area) return;
    area.style.height = "0";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  useLayoutEffect(() => {
    if (caret === null) return;
    element.current?.focus();
    element.current?.setSelectionRange(caret, caret);
    setCaret(null);
  }, [caret]);

  return (
    <div className="grid w-full min-w-0 gap-1">
      <textarea
        ref={element}
        // biome-ignore lint/a11y/noAutofocus: asked for only where the field appeared to be typed in
        autoFocus={autoFocus}
        aria-label={label}
        aria-describedby={classNames(describedBy, (note ?? cut) !== null && noteId) || undefined}
        aria-invalid={invalid || note?.isOver || undefined}
        rows={1}
        disabled={disabled}
        maxLength={maxLength}
        placeholder={value === null ? "Mixed" : placeholder}
        value={text}
        onKeyDown={(event) => {
          if (multiline || event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setCut(null);
          onChange(multiline ? typed : typed.replaceAll("\n", " "));
        }}
        className={classNames(
          PANEL_INPUT,
          "h-auto min-h-7 resize-none px-2 py-1.5 leading-4",
          TALLEST,
          multiline && "min-h-14",
        )}
        onPaste={onPaste}
        onSelect={(event) => {
          if (!offersFields) return;
          const { value: typed, selectionStart: start, selectionEnd: end } = event.currentTarget;
          setQuery(suggestionQuery(typed, { start, end }));
        }}
        onFocus={onFocus}
        onBlur={() => {
          setQuery(null);
          onBlur?.();
        }}
      />
      <div id={noteId} aria-live="polite" className="grid gap-1 empty:-mt-1">
        {note === null ? null : (
          <p className={`text-2xs tabular-nums ${note.isOver ? "text-warning-text" : "text-faint"}`}>
            {note.text}
          </p>
        )}
        {cut === null ? null : <p className="text-2xs text-warning-text">{cut}</p>}
      </div>
      {query ? (
        <FieldSuggestions
          word={query.word}
          anchor={element}
          onPick={(key) => {
            insert(`{{${key}}}`, query.range);
            setQuery(null);
          }}
        />
      ) : null}
    </div>
  );
}
