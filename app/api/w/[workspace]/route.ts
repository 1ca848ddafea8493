import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { renameWorkspace, workspaceInput } from "@/lib/server/workspaces";

export const PATCH = route(
  { action: "workspace.edit", params: workspaceParams, body: workspaceInput },
  (scope, { body }) => renameWorkspace(scope, body.name),
);
