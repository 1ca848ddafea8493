import { deleteAssets, deleteAssetsInput } from "@/lib/server/asset-library/change-many";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "asset.delete", params: workspaceParams, body: deleteAssetsInput },
  (scope, { body }) => deleteAssets(scope, body.ids),
);
