import { listTags, renameTag, renameTagInput } from "@/lib/server/asset-library/asset-tags";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "asset.list", params: workspaceParams }, (scope) => listTags(scope));

export const PATCH = route(
  { action: "asset.edit", params: workspaceParams, body: renameTagInput },
  (scope, { body }) => renameTag(scope, body),
);
