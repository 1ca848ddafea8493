"use client";

import { ChevronsUpDown } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuCheckboxItem, MenuContent, MenuTrigger } from "@/components/ui/menu";
import type { Field } from "@/lib/template/field";
import { PANEL_INPUT } from "./panel-look";

export type FieldsFieldProps = {
  label: string;
  value: readonly string[];
  /** The selected layers differ: what is chosen is for all of them. */
  mixed?: boolean;
  fields: readonly Field[];
  disabled?: boolean;
  onChange: (keys: string[]) => void;
};

/** Several of the template's fields. Keys that name no field stay visible, so that they can be taken off. */
export function FieldsField({
  label,
  value,
  mixed = false,
  fields,
  disabled = false,
  onChange,
}: FieldsFieldProps) {
  const unknown = value.filter((key) => fields.every((field) => field.key !== key));
  const names = value.map((key) => fields.find((field) => field.key === key)?.label || key);
  const none = fields.length === 0 ? "No fields yet" : "Always shown";
  const shown = mixed ? "Mixed" : names.join(", ") || none;
  const toggle = (key: string, on: boolean) =>
    onChange(on ? [...value, key] : value.filter((each) => each !== key));
  return (
    <Menu>
      <MenuTrigger asChild>
        <button
          type="button"
          aria-label={`${label}: ${shown}`}
          disabled={disabled || (fields.length === 0 && unknown.length === 0)}
          className={classNames(PANEL_INPUT, "flex items-center justify-between gap-1 px-2 text-left")}
        >
          <span className={classNames("truncate", names.length === 0 && "text-faint")}>{shown}</span>
          <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-faint" />
        </button>
      </MenuTrigger>
      <MenuContent align="end">
        {fields.map((field) => (
          <MenuCheckboxItem
            key={field.key}
            checked={value.includes(field.key)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(on) => toggle(field.key, on)}
          >
            {field.label || field.key}
          </MenuCheckboxItem>
        ))}
        {unknown.map((key) => (
          <MenuCheckboxItem key={key} checked onCheckedChange={() => toggle(key, false)}>
            {key} (no such field)
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
