"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { nameRows } from "@/lib/batches/results/name-rows";
import type { BatchItem } from "../../api/batches";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import type { TemplateFacts } from "../template-facts";
import type { RowsPage } from "./use-rows";

/** Quiet time before what is typed is kept, ms. */
const PAUSE = 500;
const LONGEST = 200;

/** Names of columns that can stand in braces. */
const NAMEABLE = /^[^{}]{1,60}$/;

export type FileNameFieldProps = {
  batch: BatchItem;
  fields: TemplateFacts["fields"];
  first: RowsPage | null;
  onChange: (pattern: string) => void;
};

/** How files are called: a pattern of words, fields and the row's number, and what comes of it for three rows. */
export function FileNameField({ batch, fields, first, onChange }: FileNameFieldProps) {
  const [pattern, setPattern] = useState(batch.output.fileName);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<string | null>(null);
  const send = useRef(onChange);
  useEffect(() => {
    send.current = onChange;
  }, [onChange]);
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const typed = waiting.current;
    waiting.current = null;
    if (typed !== null) send.current(typed.trim() === "" ? "{{row}}" : typed);
  }, []);
  // What was typed last goes along with leaving the step.
  useEffect(() => keep, [keep]);

  function type(text: string) {
    setPattern(text);
    waiting.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, PAUSE);
  }

  /** Puts a name where the caret is. */
  function insert(key: string) {
    const box = input.current;
    const [from, to] = [box?.selectionStart ?? pattern.length, box?.selectionEnd ?? pattern.length];
    const chip = `{{${key}}}`;
    type(`${pattern.slice(0, from)}${chip}${pattern.slice(to)}`.slice(0, LONGEST));
    box?.focus();
    requestAnimationFrame(() => box?.setSelectionRange(from + chip.length, from + chip.length));
  }

  const used = new Set(Object.values(batch.mapping));
  const chips = [
    { key: "row", label: "Row number" },
    ...fields.map(({ key, label }) => ({ key, label: label || key })),
    // Columns that no field shows go by their own names.
    ...batch.columns
      .filter((column, index) => !used.has(index) && NAMEABLE.test(column.trim()))
      .map((column) => ({ key: column.trim(), label: column.trim() })),
  ];
  const nameOf = nameRows({ ...batch, output: { ...batch.output, fileName: pattern } }, fields);
  return (
    <div className="grid gap-2">
      <Field label="File names" hint="Words as they are, and what stands in braces for every row.">
        {(control) => (
          <Input
            {...control}
            ref={input}
            value={pattern}
            maxLength={LONGEST}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={keep}
          />
        )}
      </Field>
      <ul aria-label="What can be inserted" className="flex flex-wrap gap-1.5">
        {chips.map(({ key, label }) => (
          <li key={key}>
            <button
              type="button"
              aria-label={`Insert ${label}`}
              onClick={() => insert(key)}
              className="h-6 rounded-full bg-accent-soft px-2.5 text-accent-text text-xs hover:bg-active"
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="grid min-h-15 content-start gap-0.5 font-mono text-muted text-xs">
        {(first?.rows ?? []).map((row) => (
          <span key={row.row} className="truncate leading-5">
            {nameOf(row)}
          </span>
        ))}
      </p>
    </div>
  );
}
