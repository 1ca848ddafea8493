import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { thumbnailResponse } from "@/lib/server/http/thumbnail-response";
import { loadThumbnail } from "@/lib/server/templates/thumbnail";

export const GET = route(
  { action: "template.read", params: itemParams },
  async (scope, { params, request }) => thumbnailResponse(request, await loadThumbnail(scope, params.id)),
);
