"use client";

import { useState } from "react";
import type { ProjectItem } from "../api/template-item";
import { Button } from "../ui/button";
import { TemplateCard } from "./template-card";
import type { TemplateList } from "./use-templates";

/** Cards of one width, as many in a row as fit. */
export const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(15.5rem,100%),1fr))] gap-x-5 gap-y-6";

export type TemplateGridProps = {
  workspace: string;
  projects: readonly ProjectItem[];
  canEdit: boolean;
  list: TemplateList;
};

export function TemplateGrid({ workspace, projects, canEdit, list }: TemplateGridProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
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
              list={list}
              renaming={renaming === template.id}
              onRename={(on) => setRenaming(on ? template.id : null)}
            />
          </li>
        ))}
      </ul>
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
