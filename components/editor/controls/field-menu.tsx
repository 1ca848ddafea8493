"use client";

import { Braces, Plus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { Field } from "@/lib/template/field";
import { useEditor } from "../editor-context";

export type FieldMenuProps = {
  label: string;
  fields: readonly Field[];
  disabled?: boolean;
  onPick: (key: string) => void;
};

/** A button that offers the template's fields. */
export function FieldMenu({ label, fields, disabled = false, onPick }: FieldMenuProps) {
  const { ui } = useEditor();
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton size="small" label={label} disabled={disabled}>
          <Braces className="size-3.5" />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        {fields.length > 0 ? <MenuLabel>Insert a field</MenuLabel> : null}
        {fields.map((field) => (
          <MenuItem key={field.key} onSelect={() => onPick(field.key)}>
            {field.label || field.key}
            <span className="ml-2 font-mono text-2xs text-faint">{`{{${field.key}}}`}</span>
          </MenuItem>
        ))}
        {fields.length > 0 ? <MenuSeparator /> : null}
        <MenuItem
          icon={<Plus aria-hidden />}
          onSelect={() =>
            ui.setState(({ sheet }) => ({ leftTab: "fields", sheet: sheet === null ? null : "fields" }))
          }
        >
          New field
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
