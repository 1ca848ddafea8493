"use client";

import { CircleAlert } from "lucide-react";
import { useId } from "react";
import type { LinkPolicy } from "../api/links";

const POLICIES: readonly { value: LinkPolicy; label: string; note: string }[] = [
  { value: "open", label: "Whoever has the address", note: "Anybody can put other values into it." },
  {
    value: "signed_remote",
    label: "Whoever has the address, with pictures from listed hosts",
    note: "A picture from any other host needs a signed address.",
  },
  {
    value: "signed",
    label: "Signed addresses only",
    note: "Any other address shows the picture without values.",
  },
];

export type PolicyChoiceProps = {
  value: LinkPolicy;
  onChange: (policy: LinkPolicy) => void;
  error: string | undefined;
};

/** Who may say what a link shows. */
export function PolicyChoice({ value, onChange, error }: PolicyChoiceProps) {
  const id = useId();
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-medium text-muted text-xs">Who may say what it shows</legend>
      {POLICIES.map((policy) => (
        <label key={policy.value} className="flex items-start gap-2 text-sm">
          <input
            type="radio"
            name={id}
            value={policy.value}
            checked={value === policy.value}
            onChange={() => onChange(policy.value)}
            aria-describedby={`${id}-${policy.value}`}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>
            {policy.label}
            <span id={`${id}-${policy.value}`} className="block text-faint text-xs">
              {policy.note}
            </span>
          </span>
        </label>
      ))}
      <div aria-live="polite">
        {error ? (
          <p id={`${id}-error`} className="flex gap-1 text-danger-text text-xs">
            <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
            {error}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
