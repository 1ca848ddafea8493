"use client";

import { Database, Ellipsis, Pause, PenLine, Play, Settings2, Trash2 } from "lucide-react";
import type { LinkItem } from "../api/links";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "../ui/menu";
import { linkName } from "./link-words";
import type { LinkList } from "./use-links";

export type LinkMenuProps = {
  link: LinkItem;
  list: LinkList;
  onSettings: () => void;
  onData: () => void;
  onSign: () => void;
};

/** What can be done with a link from its row. */
export function LinkMenu({ link, list, onSettings, onData, onSign }: LinkMenuProps) {
  const isPaused = link.pausedAt !== null;
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={`More for ${linkName(link)}`}>
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem icon={<Settings2 aria-hidden />} onSelect={onSettings}>
          Settings
        </MenuItem>
        <MenuItem icon={<Database aria-hidden />} onSelect={onData}>
          Data
        </MenuItem>
        <MenuItem
          icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          onSelect={() => void list.setPaused(link, !isPaused)}
        >
          {isPaused ? "Resume" : "Pause"}
        </MenuItem>
        <MenuItem icon={<PenLine aria-hidden />} onSelect={onSign}>
          Signed address
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => void list.remove(link)}>
          Delete
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
