"use client";

import { useState } from "react";
import type { ProjectItem, TemplateItem } from "../api/template-item";
import { Button } from "../ui/button";
import { DeleteDialog } from "./delete-dialog";
import { TemplateCard } from "./template-card";
import type { OwnStarters } from "./use-own-starters";
import type { TemplateList } from "./use-templates";

/** Cards of one width, as many in a row as fit. */
export const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(15.5rem,100%),1fr))] gap-x-5 gap-y-6";

export type TemplateGridProps = {
  workspace: string;
  projects: readonly ProjectItem[];
  canEdit: boolean;
  canLock: boolean;
  list: TemplateList;
  own: OwnStarters;
};

export function TemplateGrid({ workspace, projects, canEdit, canLock, list, own }: TemplateGridProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<TemplateItem | null>(null);
  return (
    <>
      <ul className={GRID}>
        {list.templates.map((template) => (
          <li key={template.id}>
            <TemplateCard
              workspace={workspace}
              template={template}
              projects={projects}
              canEdit={canEdit}
              canLock={canLock}
              list={list}
              renaming={renaming === template.id}
              onRename={(on) => setRenaming(on ? template.id : null)}
              onSaveAsStarter={() => void own.save(template)}
              onDelete={() =>
                template.status === "draft" ? void list.remove(template) : setDeleting(template)
              }
            />
          </li>
        ))}
      </ul>
      <DeleteDialog
        template={deleting}
        onClose={() => setDeleting(null)}
        onDelete={(template) => void list.remove(template)}
      />
      {list.hasMore ? (
        <div className="mt-8 flex justify-center">
          <Button busy={list.loadingMore} onClick={() => void list.loadMore()}>
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}
