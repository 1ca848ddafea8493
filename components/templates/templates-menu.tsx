"use client";

import { Ellipsis, FileUp, Trash2 } from "lucide-react";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";

export type TemplatesMenuProps = { onImport: () => void; onDeleted: () => void };

/** What can be done with all templates. */
export function TemplatesMenu({ onImport, onDeleted }: TemplatesMenuProps) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="More for templates" size="large" className="order-2 sm:order-4">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem icon={<FileUp aria-hidden />} onSelect={onImport}>
          Import from file
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden />} onSelect={onDeleted}>
          Recently deleted
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
