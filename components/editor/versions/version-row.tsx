"use client";

import type { VersionItem } from "@/components/api/versions";
import { TimeAgo } from "@/components/shell/time-ago";
import { Thumbnail } from "@/components/templates/thumbnail";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";

export type VersionRowProps = {
  version: VersionItem;
  thumbnail: string;
  chosen: boolean;
  onChoose: () => void;
};

/** A version in the list: what it looked like, when, by whom, and what was said of it. */
export function VersionRow({ version, thumbnail, chosen, onChoose }: VersionRowProps) {
  const { number, note, by, live, createdAt } = version;
  return (
    <button
      type="button"
      aria-current={chosen ? "true" : undefined}
      onClick={onChoose}
      className={classNames(
        "group flex w-full items-start gap-3 px-3 py-2.5 text-left outline-offset-[-2px] hover:bg-hover",
        chosen && "bg-accent-soft",
      )}
    >
      <Thumbnail src={thumbnail} size={null} className="w-20 shrink-0 rounded-md! p-1!" />
      <span className="min-w-0 flex-1 text-xs">
        <span className="flex items-center gap-2">
          <span className="figures font-medium text-sm">Version {number}</span>
          {live ? <Badge tone="success">Live</Badge> : null}
        </span>
        <span className="block truncate text-faint">
          <TimeAgo date={createdAt} />
          {by === null ? null : ` · ${by}`}
        </span>
        {note === "" ? null : <span className="wrap-anywhere line-clamp-2 text-muted">{note}</span>}
      </span>
    </button>
  );
}
