import { changeAsset, changeAssetInput } from "@/lib/server/asset-library/change-asset";
import { loadAssetFile } from "@/lib/server/assets";
import { itemParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "asset.read", params: itemParams }, async (scope, { params, request }) => {
  const { bytes, contentType, sha256 } = await loadAssetFile(scope, params.id);
  return pictureResponse(request, { etag: sha256, contentType, bytes });
});

export const PATCH = route(
  { action: "asset.edit", params: itemParams, body: changeAssetInput },
  (scope, { params, body }) => changeAsset(scope, params.id, body),
);
