import { versionParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { thumbnailResponse } from "@/lib/server/http/thumbnail-response";
import { loadVersionThumbnail } from "@/lib/server/templates/versions/version-thumbnail";

export const GET = route(
  { action: "version.read", params: versionParams },
  async (scope, { params, request }) =>
    thumbnailResponse(request, await loadVersionThumbnail(scope, params.id, params.number)),
);
