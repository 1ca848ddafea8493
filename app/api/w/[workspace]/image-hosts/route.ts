import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { changeImageHosts, imageHostsInput, loadImageHosts } from "@/lib/server/image-hosts";

export const GET = route({ action: "image-hosts.read", params: workspaceParams }, (scope) =>
  loadImageHosts(scope),
);

export const PUT = route(
  { action: "workspace.edit", params: workspaceParams, body: imageHostsInput },
  (scope, { body }) => changeImageHosts(scope, body.hosts),
);
