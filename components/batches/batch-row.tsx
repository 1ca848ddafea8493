"use client";

import Link from "next/link";
import type { ListedBatch } from "../api/batches";
import { TimeAgo } from "../shell/time-ago";
import { Thumbnail } from "../templates/thumbnail";
import { Badge } from "../ui/badge";
import { BATCH_BADGES, count } from "./batch-words";
import { ProgressBar } from "./progress-bar";

/** A batch in the list: what it is of, how far it is, and who made it when. */
export function BatchRow({ workspace, batch }: { workspace: string; batch: ListedBatch }) {
  const { id, name, state, rows, made, failed, template, createdBy } = batch;
  const badge = BATCH_BADGES[state];
  return (
    <li className="group relative flex items-start gap-3 px-4 py-3 hover:bg-hover">
      <Thumbnail
        src={`/api/w/${workspace}/templates/${batch.templateId}/thumbnail.png`}
        size={null}
        className="w-20 shrink-0 rounded-md p-1.5! max-sm:hidden"
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={`/${workspace}/batches/${id}`}
            className="min-w-0 truncate font-medium text-sm after:absolute after:inset-0"
          >
            {name}
          </Link>
          <Badge tone={badge.tone}>{badge.label}</Badge>
        </p>
        <p className="mt-0.5 truncate text-faint text-xs">
          {template.name} · {createdBy === null ? "" : `${createdBy.name}, `}
          <TimeAgo date={batch.startedAt ?? batch.createdAt} />
        </p>
        <ProgressBar
          label={`Progress of ${name}`}
          batch={batch}
          className={state === "draft" ? "invisible mt-2 max-w-80" : "mt-2 max-w-80"}
        />
      </div>
      <dl className="figures w-24 shrink-0 text-right text-xs">
        <Figure label="rows" value={rows} />
        {state === "draft" ? null : <Figure label="made" value={made} />}
        {failed > 0 ? <Figure label="failed" value={failed} tone="text-danger-text" /> : null}
      </dl>
    </li>
  );
}

function Figure({ label, value, tone = "text-muted" }: { label: string; value: number; tone?: string }) {
  return (
    <div className="flex justify-end gap-1.5">
      <dt className="order-last w-9 text-left text-faint">{label}</dt>
      <dd className={tone}>{count(value)}</dd>
    </div>
  );
}
