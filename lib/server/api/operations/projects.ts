import { z } from "zod";
import { createProject, listProjects, projectInput, renameProject } from "../../projects";
import { operation } from "../operation";
import { itemId, projectShape } from "../shapes";

const tag = "Projects";

export const PROJECT_OPERATIONS = [
  operation({
    id: "listProjects",
    method: "GET",
    path: "/projects",
    tag,
    summary: "List projects",
    description: "All of them, at most 500. A key that is limited to projects sees those.",
    action: "project.read",
    answer: {
      kind: "json",
      status: 200,
      description: "The projects, oldest first.",
      schema: z.strictObject({ projects: z.array(projectShape) }),
    },
    example: () => ({}),
    run: async (scope) => ({ projects: await listProjects(scope) }),
  }),
  operation({
    id: "createProject",
    method: "POST",
    path: "/projects",
    tag,
    summary: "Create a project",
    description: "A place for templates: a client, a campaign.",
    action: "project.create",
    body: projectInput,
    answer: { kind: "json", status: 201, description: "The new project.", schema: projectShape },
    repeatable: true,
    example: () => ({ body: { name: "Northwind" } }),
    run: (scope, { body }) => createProject(scope, body.name),
  }),
  operation({
    id: "updateProject",
    method: "PATCH",
    path: "/projects/{id}",
    tag,
    summary: "Rename a project",
    description: "Nothing else of it changes.",
    action: "project.edit",
    params: itemId,
    body: projectInput,
    answer: {
      kind: "json",
      status: 200,
      description: "Its new name.",
      schema: projectShape.pick({ id: true, name: true }),
    },
    example: ({ projectId }) => ({ params: { id: projectId }, body: { name: "Northwind Traders" } }),
    run: (scope, { params, body }) => renameProject(scope, params.id, body.name),
  }),
];
