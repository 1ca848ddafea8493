import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { projectsWithin } from "@/lib/accounts/within";
import { AppError } from "@/lib/errors";
import { db, transaction } from "./db";
import { lineOfText } from "./line-of-text";

export const projectInput = z.strictObject({ name: lineOfText(80, "Enter a name for the project.") });

export type Project = { id: string; name: string; templates: number };

const MOST_PROJECTS = 500;

/** The workspace's projects, oldest first, each with how many templates it holds. */
export async function listProjects(scope: Scope): Promise<Project[]> {
  const projects = await db().project.findMany({
    where: projectsWithin(scope),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_PROJECTS,
    select: { id: true, name: true, _count: { select: { templates: { where: { deletedAt: null } } } } },
  });
  return projects.map(({ id, name, _count }) => ({ id, name, templates: _count.templates }));
}

export async function createProject(scope: Scope, name: string): Promise<Project> {
  const count = await db().project.count({ where: { workspaceId: scope.workspaceId } });
  if (count >= MOST_PROJECTS) {
    throw new AppError("invalid", `A workspace has at most ${MOST_PROJECTS} projects.`, { path: "/name" });
  }
  const id = newId("prj");
  await transaction(async (tx) => {
    await tx.project.create({ data: { id, workspaceId: scope.workspaceId, name }, select: { id: true } });
    await recordEvent(tx, scope, "project.create", projectObject(id, name));
  });
  return { id, name, templates: 0 };
}

export async function renameProject(
  scope: Scope,
  id: string,
  name: string,
): Promise<{ id: string; name: string }> {
  const where = { AND: [{ id }, projectsWithin(scope)] };
  return transaction(async (tx) => {
    const before = await tx.project.findFirst({ where, select: { name: true } });
    if (!before) throw new AppError("not_found", "There is no such project in this workspace.");
    await tx.project.updateMany({ where, data: { name } });
    if (before.name !== name) {
      const details = { from: before.name, to: name };
      await recordEvent(tx, scope, "project.edit", projectObject(id, name), details);
    }
    return { id, name };
  });
}

function projectObject(id: string, name: string) {
  return { kind: "project", id, name, projectId: id };
}

/** The project of that id, or the workspace's first where none is named. Another workspace's is `not_found`. */
export async function requireProject(
  scope: Scope,
  id: string | undefined,
): Promise<{ id: string; name: string }> {
  const project = await db().project.findFirst({
    where: { AND: [id === undefined ? {} : { id }, projectsWithin(scope)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  if (project) return project;
  if (id === undefined && scope.projectIds === null) return createProject(scope, "First project");
  throw new AppError("not_found", "There is no such project in this workspace.", { path: "/projectId" });
}
