import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createProject, listProjects, projectInput } from "@/lib/server/projects";

export const GET = route({ action: "project.read", params: workspaceParams }, async (scope) => ({
  projects: await listProjects(scope),
}));

export const POST = route(
  { action: "project.create", params: workspaceParams, body: projectInput },
  async (scope, { body }) => Response.json(await createProject(scope, body.name), { status: 201 }),
);
