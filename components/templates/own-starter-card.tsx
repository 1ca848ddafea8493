"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRef } from "react";
import type { OwnStarter } from "../api/template-library";
import { TimeAgo } from "../shell/time-ago";
import { IconButton } from "../ui/icon-button";
import { InlineName } from "../ui/inline-name";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";
import { Spinner } from "../ui/spinner";
import { Thumbnail } from "./thumbnail";

export type OwnStarterCardProps = {
  workspace: string;
  starter: OwnStarter;
  busy: boolean;
  canRemove: boolean;
  renaming: boolean;
  onUse: () => void;
  onRenaming: (renaming: boolean) => void;
  onRename: (name: string) => void;
  onRemove: () => void;
};

/** A starter of the workspace's own: a click on it begins with a copy of it. */
export function OwnStarterCard(props: OwnStarterCardProps) {
  const { workspace, starter, busy, renaming, onUse, onRenaming, onRename } = props;
  return (
    <article className="group relative">
      <button
        type="button"
        data-own-starter={starter.id}
        aria-label={`Use ${starter.name}`}
        aria-busy={busy || undefined}
        onClick={onUse}
        className="block w-full rounded-lg"
      >
        <Thumbnail
          src={`/api/w/${workspace}/starters/${starter.id}/picture.png`}
          size={starter.size}
          className="p-3"
        />
      </button>
      {busy ? (
        <span className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-raised shadow-pop">
          <Spinner />
        </span>
      ) : null}
      <div className="mt-1.5 flex items-start gap-1">
        <div className="min-w-0 flex-1">
          {renaming ? (
            <InlineName
              label="Name of the workspace template"
              name={starter.name}
              longest={120}
              dense
              className="w-full"
              onCancel={() => onRenaming(false)}
              onDone={(name) => {
                onRenaming(false);
                onRename(name);
              }}
            />
          ) : (
            <p className="truncate font-medium text-sm" title={starter.name}>
              {starter.name}
            </p>
          )}
          <p className="truncate text-faint text-xs">
            {starter.by ? `${starter.by}, ` : null}
            <TimeAgo date={starter.createdAt} />
          </p>
        </div>
        <StarterMenu {...props} />
      </div>
    </article>
  );
}

function StarterMenu({ starter, canRemove, onRenaming, onRemove }: OwnStarterCardProps) {
  // The menu hands the focus back when it closes; the name field may take it only then.
  const renameNext = useRef(false);
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton
          label={`More for ${starter.name}`}
          className="opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        >
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      </MenuTrigger>
      <MenuContent
        align="end"
        onCloseAutoFocus={(event) => {
          if (!renameNext.current) return;
          renameNext.current = false;
          event.preventDefault();
          onRenaming(true);
        }}
      >
        <MenuItem
          icon={<Pencil aria-hidden />}
          onSelect={() => {
            renameNext.current = true;
          }}
        >
          Rename
        </MenuItem>
        {canRemove ? (
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={onRemove}>
            Delete
          </MenuItem>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
