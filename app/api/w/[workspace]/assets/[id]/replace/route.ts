import { replaceAsset, replaceAssetInput } from "@/lib/server/asset-library/replace-asset";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "asset.replace", params: itemParams, body: replaceAssetInput },
  (scope, { params, body }) => replaceAsset(scope, params.id, body.with),
);
