"use client";

import type { OwnStarter } from "../api/template-library";
import { TimeAgo } from "../shell/time-ago";
import { DesignPreview, LARGE_PICTURE } from "./design-preview";
import { ownStarterPicture } from "./own-starter-picture";
import { Thumbnail } from "./thumbnail";

export type OwnStarterPreviewProps = {
  workspace: string;
  starter: OwnStarter;
  busy: boolean;
  onUse: () => void;
  onBack: () => void;
};

/** A workspace template, large, with its first sample row. */
export function OwnStarterPreview({ workspace, starter, ...rest }: OwnStarterPreviewProps) {
  return (
    <DesignPreview
      {...rest}
      name={starter.name}
      size={starter.size}
      about={
        <>
          {starter.by ? `Saved by ${starter.by}, ` : "Saved "}
          <TimeAgo date={starter.createdAt} />
        </>
      }
      picture={
        <Thumbnail
          src={ownStarterPicture(workspace, starter.id)}
          size={starter.size}
          eager
          className={LARGE_PICTURE}
        />
      }
    />
  );
}
