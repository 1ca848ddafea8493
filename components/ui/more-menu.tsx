"use client";

import { Ellipsis, Pencil } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "./menu";

export type MoreMenuProps = {
  /** What it is about: "More for …". */
  name: string;
  /** Puts a field in the name's place, which takes the focus. */
  onRename: () => void;
  renameWords?: string;
  /** In place of the button that shows while one points at the card (a `group`). */
  trigger?: ReactElement;
  className?: string;
  /** What can be done besides renaming. */
  children: ReactNode;
};

/** The menu of a thing in a list: rename it, and more. */
export function MoreMenu({ name, onRename, renameWords = "Rename", trigger, ...rest }: MoreMenuProps) {
  // The menu hands the focus back when it closes; the name field may take it only then.
  const renameNext = useRef(false);
  return (
    <Menu>
      <MenuTrigger asChild>
        {trigger ?? (
          <IconButton
            label={`More for ${name}`}
            className={classNames(
              "opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100",
              rest.className,
            )}
          >
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        )}
      </MenuTrigger>
      <MenuContent
        align="end"
        onCloseAutoFocus={(event) => {
          if (!renameNext.current) return;
          renameNext.current = false;
          event.preventDefault();
          onRename();
        }}
      >
        <MenuItem
          icon={<Pencil aria-hidden />}
          onSelect={() => {
            renameNext.current = true;
          }}
        >
          {renameWords}
        </MenuItem>
        {rest.children}
      </MenuContent>
    </Menu>
  );
}
