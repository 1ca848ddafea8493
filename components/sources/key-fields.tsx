"use client";

import type { KeyKind } from "../api/sources";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { KEY_KIND_LABELS, KEY_KIND_NOTES } from "./source-words";

export type KeyWish = { keyColumn: string; keyKind: KeyKind };

export type KeyFieldsProps = {
  columns: readonly string[];
  wish: KeyWish;
  onChange: (change: Partial<KeyWish>) => void;
  error?: string | undefined;
};

/** By which column rows are found, and how. */
export function KeyFields({ columns, wish, onChange, error }: KeyFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Rows are found by" hint="A column in which no value stands twice." error={error}>
        {(control) => (
          <Select
            {...control}
            value={wish.keyColumn}
            onValueChange={(keyColumn) => onChange({ keyColumn })}
            options={columns.map((name) => ({ value: name, label: name }))}
          />
        )}
      </Field>
      <Field label="Which is" hint={KEY_KIND_NOTES[wish.keyKind]}>
        {(control) => (
          <Select
            {...control}
            value={wish.keyKind}
            onValueChange={(kind) => onChange({ keyKind: kind === "email" ? "email" : "plain" })}
            options={Object.entries(KEY_KIND_LABELS).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
    </div>
  );
}
