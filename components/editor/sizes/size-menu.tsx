"use client";

import { ArrowLeft, ArrowRight, CopyPlus, Ellipsis, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useRef } from "react";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { ListedSize } from "@/lib/editor/sizes/size-list";
import { useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";

export type SizeMenuProps = {
  size: ListedSize;
  actions: Actions;
  onRename: () => void;
  onMove: (by: 1 | -1) => void;
};

/** What can be done to the size at hand. */
export function SizeMenu({ size, actions, onRename, onMove }: SizeMenuProps) {
  const variants = useEditorState((state) => state.design.variants);
  const isRenamed = useRef(false);
  const at = variants.findIndex(({ id }) => id === size.id);
  return (
    <Menu>
      <MenuTrigger
        aria-label={`More for ${size.name}`}
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-text data-[state=open]:bg-active"
      >
        <Ellipsis aria-hidden className="size-4" />
      </MenuTrigger>
      <MenuContent
        onCloseAutoFocus={(event) => {
          // The field for the name takes the focus once the menu has let go of it.
          if (!isRenamed.current) return;
          event.preventDefault();
          isRenamed.current = false;
          onRename();
        }}
      >
        <MenuItem
          icon={<Pencil aria-hidden />}
          shortcut="F2"
          onSelect={() => {
            isRenamed.current = true;
          }}
        >
          Rename
        </MenuItem>
        <MenuItem icon={<CopyPlus aria-hidden />} onSelect={() => actions.run("duplicateSize")}>
          Duplicate
        </MenuItem>
        <MenuItem icon={<ArrowLeft aria-hidden />} disabled={at <= 0} onSelect={() => onMove(-1)}>
          Move left
        </MenuItem>
        <MenuItem
          icon={<ArrowRight aria-hidden />}
          disabled={at >= variants.length - 1}
          onSelect={() => onMove(1)}
        >
          Move right
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<RotateCcw aria-hidden />}
          disabled={size.overrides === 0}
          onSelect={() => actions.run("resetSizeToDesign")}
        >
          Reset to the design
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => actions.run("deleteSize")}>
          Delete
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
