"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Field } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import { FieldTypeIcon } from "../fields/field-type-icon";

export type FieldSourcesProps = {
  fields: readonly Field[];
  /** Key of the field that the picture is taken from; null when it is not. */
  value: string | null;
  onPick: (key: string) => void;
  onNewField: () => void;
};

/** The fields a picture's address can be taken from, each recipient their own picture. */
export function FieldSources({ fields, value, onPick, onNewField }: FieldSourcesProps) {
  const choices = fields.filter(({ type, key }) => type === "image" || type === "url" || key === value);
  return (
    <section aria-labelledby="field-sources" className="grid gap-2 border-t pt-3">
      <div>
        <h3 id="field-sources" className="font-semibold text-xs">
          Use a field
        </h3>
        <p className="text-muted text-xs">Each recipient gets the picture at the field's address.</p>
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {choices.map(({ key, label, type }) => (
          <li key={key} className="min-w-0 max-w-full">
            <Button
              size="small"
              aria-pressed={key === value}
              icon={<FieldTypeIcon type={type} className="size-3.5 shrink-0 text-faint" />}
              className="max-w-full shrink! aria-pressed:bg-accent-soft aria-pressed:text-accent-text [&>span>span]:truncate"
              onClick={() => onPick(key)}
            >
              {label || key}
            </Button>
          </li>
        ))}
        <li>
          <Button
            size="small"
            variant="ghost"
            disabled={fields.length >= LIMITS.fields}
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={onNewField}
          >
            New field
          </Button>
        </li>
      </ul>
    </section>
  );
}
