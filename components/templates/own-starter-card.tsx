"use client";

import { Trash2 } from "lucide-react";
import type { OwnStarter } from "../api/template-library";
import { TimeAgo } from "../shell/time-ago";
import { InlineName } from "../ui/inline-name";
import { MenuItem } from "../ui/menu";
import { MoreMenu } from "../ui/more-menu";
import { ownStarterPicture } from "./own-starter-picture";
import { PreviewButton } from "./preview-button";
import { Thumbnail } from "./thumbnail";

export type OwnStarterCardProps = {
  workspace: string;
  starter: OwnStarter;
  busy: boolean;
  canRemove: boolean;
  renaming: boolean;
  onUse: () => void;
  onPreview: () => void;
  onRenaming: (renaming: boolean) => void;
  onRename: (name: string) => void;
  onRemove: () => void;
};

/** A starter of the workspace's own: a click on it begins with a copy of it, the eye or Space shows it large. */
export function OwnStarterCard(props: OwnStarterCardProps) {
  const { workspace, starter, busy, canRemove, renaming, onUse, onPreview, onRenaming, onRename, onRemove } =
    props;
  return (
    <article className="group relative">
      <button
        type="button"
        data-own-starter={starter.id}
        aria-label={`Use ${starter.name}`}
        aria-busy={busy || undefined}
        onClick={onUse}
        onKeyDown={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          onPreview();
        }}
        className="block w-full rounded-lg"
      >
        <Thumbnail src={ownStarterPicture(workspace, starter.id)} size={starter.size} className="p-3" />
      </button>
      <PreviewButton name={starter.name} busy={busy} onPreview={onPreview} />
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
        <MoreMenu name={starter.name} onRename={() => onRenaming(true)}>
          {canRemove ? (
            <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={onRemove}>
              Delete
            </MenuItem>
          ) : null}
        </MoreMenu>
      </div>
    </article>
  );
}
