import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { thumbnailResponse } from "@/lib/server/http/thumbnail-response";
import { loadStarterThumbnail } from "@/lib/server/templates/starter-thumbnail";

export const GET = route({ action: "starter.read", params: itemParams }, async (scope, { params, request }) =>
  thumbnailResponse(request, await loadStarterThumbnail(scope, params.id)),
);
