"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

/** What the control inside a field must carry. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value and what to do. Announced when it appears. */
  error?: string | undefined;
  /** Keeps a line free under the control, so that an error moves nothing. */
  reserve?: boolean;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, control, and under it the error or else the hint, tied together for screen readers. */
export function Field({ label, hint, error, reserve = false, className, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classNames("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="w-fit font-medium text-muted text-xs">
        {label}
      </label>
      {children({
        id,
        "aria-describedby": note ? `${id}-note` : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      <div aria-live="polite" className={reserve ? "min-h-4" : undefined}>
        {note ? (
          <p
            id={`${id}-note`}
            className={classNames("flex gap-1 text-xs", error ? "text-danger-text" : "text-faint")}
          >
            {error ? <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" /> : null}
            <span>{note}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
