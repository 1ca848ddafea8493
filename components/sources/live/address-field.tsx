"use client";

import { Fragment } from "react";
import { classNames } from "../../ui/class-names";
import { Field } from "../../ui/field";
import { INPUT_LOOK } from "../../ui/input";
import { partsOf } from "./placeholders";

export type AddressFieldProps = {
  address: string;
  hint?: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (address: string) => void;
};

/** Where a source is asked: the address as it is written, and below it which of its parts change. */
export function AddressField({ address, hint, error, disabled = false, onChange }: AddressFieldProps) {
  const parts = partsOf(address);
  return (
    <div className="grid gap-2">
      <Field
        label="Address"
        hint={
          hint ??
          "Put {{id}} where a value of the picture’s address belongs. It never decides which host is asked."
        }
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={2_000}
            disabled={disabled}
            value={address}
            onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ""))}
            className={classNames(INPUT_LOOK, "resize-y break-all px-2.5 py-1.5 font-mono text-xs leading-5")}
          />
        )}
      </Field>
      {parts.some((part) => "name" in part) ? (
        <p className="break-all font-mono text-2xs text-muted leading-6" aria-hidden>
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
            <Fragment key={index}>
              {"text" in part ? (
                part.text
              ) : (
                <span
                  className={classNames(
                    "mx-0.5 rounded px-1.5 py-0.5 font-sans font-medium",
                    part.secret ? "bg-warning-soft text-warning-text" : "bg-accent-soft text-accent-text",
                  )}
                >
                  {part.secret ? `secret ${part.name}` : part.name}
                </span>
              )}
            </Fragment>
          ))}
        </p>
      ) : null}
    </div>
  );
}
