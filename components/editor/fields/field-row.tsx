"use client";

import { ChevronRight, TriangleAlert } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import type { BareField } from "@/lib/template/bare-fields";
import type { Problem } from "@/lib/template/check-document";
import type { Field } from "@/lib/template/field";
import { FieldDetails } from "./field-details";
import { FieldTypeIcon } from "./field-type-icon";

export type FieldRowProps = {
  field: Field;
  open: boolean;
  /** Just added: its name is waiting to be typed. */
  fresh: boolean;
  problems: readonly Problem[];
  /** Where it leaves a hole in a text; null when it leaves none. */
  bare: BareField | null;
  drop: "before" | "after" | null;
  onToggle: () => void;
  onRenamed: (key: string) => void;
};

/** A field: its name and key in a line, everything else unfolds. */
export function FieldRow({ field, open, fresh, problems, bare, drop, onToggle, onRenamed }: FieldRowProps) {
  const errors = problems.filter(({ severity }) => severity === "error");
  return (
    <li
      data-field-key={field.key}
      className={classNames(
        "mx-1.5 rounded-md",
        open && "mb-1 ring-1 ring-line ring-inset",
        drop === "before" && "shadow-[0_-2px_0_var(--accent)]",
        drop === "after" && "shadow-[0_2px_0_var(--accent)]",
      )}
    >
      <button
        type="button"
        data-field-grip
        aria-expanded={open}
        onClick={onToggle}
        className="flex h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-left text-xs hover:bg-hover"
      >
        <ChevronRight aria-hidden className={classNames("size-3 shrink-0 text-faint", open && "rotate-90")} />
        <FieldTypeIcon type={field.type} className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate">{field.label || field.key}</span>
        {errors.length > 0 ? (
          <Tooltip label={errors.map(({ message }) => message).join(" ")} side="right">
            <span className="text-danger-text">
              <TriangleAlert aria-hidden className="size-3.5" />
              <span className="sr-only">has a problem</span>
            </span>
          </Tooltip>
        ) : null}
        {errors.length === 0 && bare ? (
          <Tooltip label={`No fallback: people without a value read “${bare.reads}”`} side="right">
            <span className="text-warning-text">
              <TriangleAlert aria-hidden className="size-3.5" />
              <span className="sr-only">has no fallback</span>
            </span>
          </Tooltip>
        ) : null}
        <code className="max-w-24 truncate font-mono text-2xs text-faint">{field.key}</code>
      </button>
      {open ? (
        <FieldDetails field={field} fresh={fresh} problems={problems} bare={bare} onRenamed={onRenamed} />
      ) : null}
    </li>
  );
}
