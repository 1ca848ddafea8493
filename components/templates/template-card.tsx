"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import type { ProjectItem, TemplateItem } from "../api/template-item";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { InlineName } from "../ui/inline-name";
import { CardMenu } from "./card-menu";
import { Thumbnail } from "./thumbnail";
import type { TemplateList } from "./use-templates";

/** A state in a word, so that a card's facts stay on one line; what more there is to it is read out. */
const STATUS = {
  draft: { tone: "neutral", label: "Draft", more: "" },
  published: { tone: "success", label: "Published", more: "" },
  changed: { tone: "warning", label: "Changed", more: " since publish" },
} as const;

export type TemplateCardProps = {
  workspace: string;
  template: TemplateItem;
  projects: readonly ProjectItem[];
  canEdit: boolean;
  /** Whether the person may lock templates. */
  canLock: boolean;
  list: TemplateList;
  renaming: boolean;
  onRename: (renaming: boolean) => void;
  onSaveAsStarter: () => void;
  onDelete: () => void;
};

export function TemplateCard(props: TemplateCardProps) {
  const { workspace, template, canEdit, list, renaming, onRename } = props;
  const href = `/${workspace}/templates/${template.id}`;
  const status = STATUS[template.status];
  return (
    <article className="group relative">
      <Link href={href} tabIndex={-1} aria-hidden className="block rounded-lg">
        <Thumbnail
          src={`/api/w/${workspace}/templates/${template.id}/thumbnail.png?r=${template.revision}`}
          size={template.size}
        />
      </Link>
      <div className="mt-2 flex items-start gap-1">
        <div className="min-w-0 flex-1">
          {renaming ? (
            <InlineName
              label="Name of the template"
              name={template.name}
              longest={120}
              dense
              className="-mx-2 -my-0.5 w-[calc(100%+0.5rem)]"
              onCancel={() => onRename(false)}
              onDone={(name) => {
                onRename(false);
                void list.rename(template, name);
              }}
            />
          ) : (
            <h2 className="truncate font-medium text-sm">
              <Link href={href} className="rounded-sm hover:text-accent-text">
                {template.name}
              </Link>
            </h2>
          )}
          <p className="mt-0.5 flex items-center gap-x-2 overflow-hidden whitespace-nowrap text-faint text-xs">
            <Badge tone={status.tone}>
              {status.label}
              {status.more ? <span className="sr-only">{status.more}</span> : null}
            </Badge>
            {template.brandLocked ? (
              <span title="Brand-locked: editors change texts and pictures only" className="shrink-0">
                <Lock aria-hidden className="size-3" />
                <span className="sr-only">Brand-locked</span>
              </span>
            ) : null}
            <TimeAgo date={template.updatedAt} />
            {template.size ? (
              <span className="figures">
                {template.size.width} × {template.size.height}
              </span>
            ) : null}
          </p>
        </div>
        {canEdit ? <CardMenu {...props} /> : null}
      </div>
    </article>
  );
}
