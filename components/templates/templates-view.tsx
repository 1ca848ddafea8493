"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import type { ProjectItem, TemplatePage } from "../api/template-item";
import type { OwnStarter } from "../api/template-library";
import { Button } from "../ui/button";
import { useFreshLoad } from "../use-fresh-load";
import { CreateDialog } from "./create-dialog";
import { DeletedDialog } from "./deleted-dialog";
import { FileDrop } from "./file-drop";
import { ImportDialog } from "./import-dialog";
import { NoTemplates } from "./no-templates";
import { SearchField } from "./search-field";
import { TemplateGrid } from "./template-grid";
import { TemplatesMenu } from "./templates-menu";
import { useImportFiles } from "./use-import-files";
import { useOwnStarters } from "./use-own-starters";
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
  /** Whether workspace templates may be deleted. */
  canRemoveStarters: boolean;
  /** Whether the person may lock templates. */
  canLock: boolean;
  starters: readonly StarterItem[];
  ownStarters: readonly OwnStarter[];
  /** What the person is called. */
  userName: string;
};

export function TemplatesView(props: TemplatesViewProps) {
  const { workspace, project, projects, search, firstPage, canEdit, canLock } = props;
  useFreshLoad(props.loadId);
  const [creating, setCreating] = useState(false);
  const list = useTemplates({ workspace, projectId: project?.id ?? null, search, firstPage });
  const own = useOwnStarters({ workspace, initial: props.ownStarters, canRemove: props.canRemoveStarters });
  const importing = useImportFiles({ workspace, projectId: project?.id ?? null, onImported: list.add });
  const [showsDeleted, setShowsDeleted] = useState(false);
  const create = () => setCreating(true);
  const beginning = {
    workspace,
    projectId: project?.id ?? null,
    starters: props.starters,
    own,
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
        {canEdit ? (
          <TemplatesMenu onImport={() => importing.setOpen(true)} onDeleted={() => setShowsDeleted(true)} />
        ) : null}
        <SearchField
          label="Search templates"
          key={project?.id ?? "all"}
          className="order-3 w-full sm:order-2 sm:w-56"
        />
      </div>
      {list.templates.length > 0 ? (
        <TemplateGrid
          workspace={workspace}
          projects={projects}
          canEdit={canEdit}
          canLock={canLock}
          list={list}
          own={own}
        />
      ) : (
        <NoTemplates search={search} canEdit={canEdit} {...beginning} />
      )}
      {canEdit ? (
        <>
          <CreateDialog open={creating} onOpenChange={setCreating} {...beginning} />
          <ImportDialog workspace={workspace} importing={importing} />
          <FileDrop words="Drop template files to import them" onFiles={importing.start} />
          <DeletedDialog
            workspace={workspace}
            open={showsDeleted}
            onOpenChange={setShowsDeleted}
            onRestored={list.add}
          />
        </>
      ) : null}
    </main>
  );
}
