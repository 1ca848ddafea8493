import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { projectInput, renameProject } from "@/lib/server/projects";

export const PATCH = route(
  { action: "project.edit", params: itemParams, body: projectInput },
  (scope, { params, body }) => renameProject(scope, params.id, body.name),
);
