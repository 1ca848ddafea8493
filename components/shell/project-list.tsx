"use client";

import { Folder, Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { z } from "zod";
import { callApi, sentenceOf } from "../api/call-api";
import { type ProjectItem, projectItem } from "../api/template-item";
import { IconButton } from "../ui/icon-button";
import { InlineName } from "../ui/inline-name";
import { NavItem } from "./sidebar";

export type ProjectListProps = {
  workspace: string;
  projects: readonly ProjectItem[];
  current: string | null;
  canEdit: boolean;
};

/** What is being named: a project by its id, or one that is not there yet. */
type Naming = { id: string } | "new" | null;

const renamed = z.object({ id: z.string(), name: z.string() });

export function ProjectList({ workspace, projects, current, canEdit }: ProjectListProps) {
  const router = useRouter();
  const [naming, setNaming] = useState<Naming>(null);
  const base = `/api/w/${workspace}/projects`;

  async function create(name: string) {
    setNaming(null);
    try {
      const project = await callApi({ method: "POST", path: base, body: { name }, answer: projectItem });
      router.push(`/${workspace}?project=${project.id}`);
      router.refresh();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  async function rename(id: string, name: string) {
    setNaming(null);
    try {
      await callApi({ method: "PATCH", path: `${base}/${id}`, body: { name }, answer: renamed });
      router.refresh();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return (
    <section aria-labelledby="projects-heading" className="mt-5">
      <div className="flex h-7 items-center justify-between pl-2">
        <h2 id="projects-heading" className="font-medium text-faint text-xs">
          Projects
        </h2>
        {canEdit ? (
          <IconButton label="New project" size="small" onClick={() => setNaming("new")}>
            <Plus aria-hidden className="size-3.5" />
          </IconButton>
        ) : null}
      </div>
      <ul>
        {projects.map((project) => (
          <li key={project.id} className="group relative">
            {naming !== null && naming !== "new" && naming.id === project.id ? (
              <InlineName
                label="Name of the project"
                name={project.name}
                longest={80}
                onDone={(name) => void rename(project.id, name)}
                onCancel={() => setNaming(null)}
              />
            ) : (
              <>
                <NavItem
                  href={`/${workspace}?project=${project.id}`}
                  current={current === project.id}
                  icon={<Folder aria-hidden />}
                  count={project.templates}
                >
                  {project.name}
                </NavItem>
                {canEdit ? (
                  <IconButton
                    label={`Rename ${project.name}`}
                    size="small"
                    onClick={() => setNaming({ id: project.id })}
                    className="absolute top-1 right-1 bg-panel opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:hidden"
                  >
                    <Pencil aria-hidden className="size-3.5" />
                  </IconButton>
                ) : null}
              </>
            )}
          </li>
        ))}
        {naming === "new" ? (
          <li>
            <InlineName
              label="Name of the new project"
              name=""
              longest={80}
              onDone={(name) => void create(name)}
              onCancel={() => setNaming(null)}
            />
          </li>
        ) : null}
      </ul>
    </section>
  );
}
