import { listUses } from "@/lib/server/asset-library/asset-uses";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "asset.list", params: itemParams }, (scope, { params }) =>
  listUses(scope, params.id),
);
