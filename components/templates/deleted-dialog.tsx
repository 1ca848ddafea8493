"use client";

import { Trash2 } from "lucide-react";
import { toast } from "sonner";
import type { TemplateItem } from "../api/template-item";
import type { DeletedTemplate } from "../api/template-library";
import { TimeAgo } from "../shell/time-ago";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { Thumbnail } from "./thumbnail";
import { type DeletedList, useDeleted } from "./use-deleted";

export type DeletedDialogProps = {
  workspace: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRestored: (template: TemplateItem) => void;
};

/** Deleted templates, each of which can be had back. */
export function DeletedDialog({ workspace, open, onOpenChange, onRestored }: DeletedDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open ? (
        <DialogContent
          title="Recently deleted"
          description="Deleted templates are kept until you restore them. Their links show a neutral picture meanwhile."
        >
          <DeletedTemplates workspace={workspace} onRestored={onRestored} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

function DeletedTemplates({ workspace, onRestored }: Pick<DeletedDialogProps, "workspace" | "onRestored">) {
  const list = useDeleted(workspace, (template) => {
    onRestored(template);
    toast(`“${template.name}” is back`, {
      ...(template.linkKey === null ? {} : { description: "Its links show it again." }),
    });
  });
  const isEmpty = list.state === "ready" && list.templates.length === 0;
  return (
    <>
      <p role="alert" className="text-danger-text text-sm empty:hidden">
        {list.message}
      </p>
      {isEmpty ? (
        <EmptyState icon={<Trash2 aria-hidden />} title="Nothing is deleted">
          Templates that are deleted wait here.
        </EmptyState>
      ) : null}
      <ul aria-label="Deleted templates" className="grid gap-1 empty:hidden">
        {list.templates.map((template) => (
          <li key={template.id}>
            <DeletedRow workspace={workspace} template={template} list={list} />
          </li>
        ))}
        {list.state === "loading"
          ? ["a", "b", "c"].map((key) => (
              <li key={key}>
                <Skeleton className="my-1.5 h-14" />
              </li>
            ))
          : null}
      </ul>
      {list.state === "failed" || (list.hasMore && list.state === "ready") ? (
        <div className="mt-3 flex justify-center">
          <Button size="small" onClick={list.loadMore}>
            {list.state === "failed" ? "Try again" : "Show more"}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type DeletedRowProps = { workspace: string; template: DeletedTemplate; list: DeletedList };

function DeletedRow({ workspace, template, list }: DeletedRowProps) {
  return (
    <div className="flex items-center gap-3 py-1.5">
      <span className="w-22 shrink-0">
        <Thumbnail
          src={`/api/w/${workspace}/templates/${template.id}/thumbnail.png?r=${template.revision}`}
          size={template.size}
          className="p-1!"
        />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm" title={template.name}>
          {template.name}
        </p>
        <p className="truncate text-faint text-xs">
          {template.project}, deleted <TimeAgo date={template.deletedAt} />
          {template.published ? ", was published" : null}
        </p>
      </div>
      <Button
        size="small"
        aria-label={`Restore ${template.name}`}
        busy={list.restoring === template.id}
        onClick={() => void list.restore(template)}
      >
        Restore
      </Button>
    </div>
  );
}
