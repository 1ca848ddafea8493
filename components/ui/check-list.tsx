"use client";

import { CircleAlert } from "lucide-react";
import { useId } from "react";

export type CheckItem = { value: string; label: string; note?: string; disabled?: boolean };

export type CheckListProps = {
  label: string;
  items: readonly CheckItem[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  error?: string | undefined;
};

/** Several of a list, each with a box to tick. */
export function CheckList({ label, items, chosen, onChange, error }: CheckListProps) {
  const note = useId();
  return (
    <fieldset aria-describedby={error ? note : undefined}>
      <legend className="mb-1.5 font-medium text-muted text-xs">{label}</legend>
      <ul className="max-h-[17.25rem] overflow-y-auto rounded-md bg-panel shadow-card">
        {items.map((item) => (
          <li key={item.value}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2.5 px-3 py-1 text-sm has-disabled:cursor-default has-disabled:opacity-50 hover:bg-hover">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.includes(item.value)}
                disabled={item.disabled ?? false}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, item.value]
                      : chosen.filter((value) => value !== item.value),
                  )
                }
              />
              <span className="min-w-0 flex-1">{item.label}</span>
              {item.note ? <span className="font-mono text-faint text-xs">{item.note}</span> : null}
            </label>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {error ? (
          <p id={note} className="mt-1.5 flex gap-1 text-danger-text text-xs">
            <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
            {error}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
