"use client";

import {
  Copy,
  FileClock,
  FileDown,
  FolderInput,
  FolderPlus,
  Layers,
  LayoutTemplate,
  Lock,
  LockOpen,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import type { ProjectItem, TemplateItem } from "../api/template-item";
import {
  MenuItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuSub,
  MenuSubContent,
  MenuSubTrigger,
} from "../ui/menu";
import { MoreMenu } from "../ui/more-menu";
import type { TemplateList } from "./use-templates";

export type CardMenuProps = {
  workspace: string;
  template: TemplateItem;
  projects: readonly ProjectItem[];
  /** Whether the person may lock templates. */
  canLock: boolean;
  list: TemplateList;
  onRename: (renaming: boolean) => void;
  onSaveAsStarter: () => void;
  onDelete: () => void;
};

/** What can be done with a template from its card. */
export function CardMenu(props: CardMenuProps) {
  const { workspace, template, projects, canLock, list, onRename, onSaveAsStarter, onDelete } = props;
  const others = projects.filter(({ id }) => id !== template.projectId);
  return (
    <MoreMenu name={template.name} onRename={() => onRename(true)} className="-mt-1">
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => void list.duplicate(template)}>
        Duplicate
      </MenuItem>
      {others.length > 0 ? (
        <>
          <MenuSub>
            <MenuSubTrigger>
              <FolderPlus aria-hidden className="size-4 text-faint" />
              Duplicate to
            </MenuSubTrigger>
            <MenuSubContent>
              {others.map((project) => (
                <MenuItem key={project.id} onSelect={() => void list.duplicate(template, project)}>
                  {project.name}
                </MenuItem>
              ))}
            </MenuSubContent>
          </MenuSub>
          <MenuSub>
            <MenuSubTrigger>
              <FolderInput aria-hidden className="size-4 text-faint" />
              Move to
            </MenuSubTrigger>
            <MenuSubContent>
              <MenuRadioGroup
                value={template.projectId}
                onValueChange={(projectId) => {
                  const project = projects.find(({ id }) => id === projectId);
                  if (project) void list.move(template, project);
                }}
              >
                {projects.map((project) => (
                  <MenuRadioItem key={project.id} value={project.id}>
                    <span className="truncate">{project.name}</span>
                  </MenuRadioItem>
                ))}
              </MenuRadioGroup>
            </MenuSubContent>
          </MenuSub>
        </>
      ) : null}
      {canLock ? (
        <MenuItem
          icon={template.brandLocked ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
          onSelect={() => void list.setBrandLock(template, !template.brandLocked)}
        >
          {template.brandLocked ? "Unlock for editors" : "Brand-lock for editors"}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      {template.status === "draft" ? null : (
        <MenuItem asChild>
          <Link href={`/${workspace}/templates/${template.id}?open=versions`}>
            <FileClock aria-hidden className="size-4 text-faint" />
            Version history
          </Link>
        </MenuItem>
      )}
      {template.status === "draft" ? null : (
        <MenuItem asChild>
          <Link href={`/${workspace}/batches/new?template=${template.id}`}>
            <Layers aria-hidden className="size-4 text-faint" />
            Make a batch
          </Link>
        </MenuItem>
      )}
      <MenuItem icon={<LayoutTemplate aria-hidden />} onSelect={onSaveAsStarter}>
        Save as workspace template
      </MenuItem>
      <MenuItem icon={<FileDown aria-hidden />} onSelect={() => void list.exportFile(template)}>
        Export as file
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={onDelete}>
        Delete
      </MenuItem>
    </MoreMenu>
  );
}
