"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import type { ProjectItem, TemplatePage } from "../api/template-item";
import { Button } from "../ui/button";
import { useFreshLoad } from "../use-fresh-load";
import { CreateDialog } from "./create-dialog";
import { NoTemplates } from "./no-templates";
import { SearchField } from "./search-field";
import { TemplateGrid } from "./template-grid";
import { useTemplates } from "./use-templates";

export type TemplatesViewProps = {
  loadId: string;
  workspace: string;
  /** The project whose templates are shown; null for all. */
  project: ProjectItem | null;
  projects: readonly ProjectItem[];
  search: string;
  firstPage: TemplatePage;
  canEdit: boolean;
  starters: readonly StarterItem[];
  /** What the person is called. */
  userName: string;
};

export function TemplatesView(props: TemplatesViewProps) {
  const { workspace, project, projects, search, firstPage, canEdit } = props;
  useFreshLoad(props.loadId);
  const [creating, setCreating] = useState(false);
  const list = useTemplates({ workspace, projectId: project?.id ?? null, search, firstPage });
  const create = () => setCreating(true);
  const beginning = {
    workspace,
    projectId: project?.id ?? null,
    starters: props.starters,
    userName: props.userName,
  };
  return (
    <main className="px-4 py-4 md:px-8 md:py-6">
      <div className="mb-5 flex flex-wrap items-center gap-x-2 gap-y-3">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-lg tracking-tight">
          {project?.name ?? "All templates"}
        </h1>
        {canEdit ? (
          <Button
            variant="primary"
            className="order-2 sm:order-3"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={create}
          >
            New template
          </Button>
        ) : null}
        <SearchField key={project?.id ?? "all"} className="order-3 w-full sm:order-2 sm:w-56" />
      </div>
      {list.templates.length > 0 ? (
        <TemplateGrid workspace={workspace} projects={projects} canEdit={canEdit} list={list} />
      ) : (
        <NoTemplates search={search} canEdit={canEdit} {...beginning} />
      )}
      {canEdit ? <CreateDialog open={creating} onOpenChange={setCreating} {...beginning} /> : null}
    </main>
  );
}
