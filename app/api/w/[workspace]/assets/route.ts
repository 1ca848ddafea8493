import { tagAssets, tagAssetsInput } from "@/lib/server/asset-library/change-many";
import { assetsQuery, createAsset, listAssets, UPLOAD_LIMIT } from "@/lib/server/assets";
import { workspaceParams } from "@/lib/server/http/params";
import { readUpload } from "@/lib/server/http/read-upload";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "asset.list", params: workspaceParams, query: assetsQuery },
  (scope, { query }) => listAssets(scope, query),
);

export const POST = route({ action: "asset.create", params: workspaceParams }, async (scope, { request }) => {
  const asset = await createAsset(scope, await readUpload(request, UPLOAD_LIMIT));
  return Response.json(asset, { status: 201 });
});

export const PATCH = route(
  { action: "asset.edit", params: workspaceParams, body: tagAssetsInput },
  (scope, { body }) => tagAssets(scope, body),
);
