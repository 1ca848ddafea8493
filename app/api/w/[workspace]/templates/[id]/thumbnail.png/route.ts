import { itemParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { route } from "@/lib/server/http/route";
import { loadThumbnail } from "@/lib/server/templates/thumbnail";

export const GET = route(
  { action: "template.read", params: itemParams },
  async (scope, { params, request }) => {
    const { revision, paint } = await loadThumbnail(scope, params.id);
    return pictureResponse(request, {
      etag: `${params.id}-${revision}`,
      contentType: "image/png",
      bytes: paint,
    });
  },
);
