"use client";

import { Braces } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "@/components/ui/menu";
import type { Field } from "@/lib/template/field";

export type FieldMenuProps = {
  label: string;
  fields: readonly Field[];
  disabled?: boolean;
  onPick: (key: string) => void;
};

/** A button that offers the template's fields. */
export function FieldMenu({ label, fields, disabled = false, onPick }: FieldMenuProps) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton size="small" label={label} disabled={disabled || fields.length === 0}>
          <Braces className="size-3.5" />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>Insert a field</MenuLabel>
        {fields.map((field) => (
          <MenuItem key={field.key} onSelect={() => onPick(field.key)}>
            {field.label || field.key}
            <span className="ml-2 font-mono text-2xs text-faint">{`{{${field.key}}}`}</span>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
