import { itemParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { route } from "@/lib/server/http/route";
import { loadThumbnail } from "@/lib/server/templates/thumbnail";

export const GET = route(
  { action: "template.read", params: itemParams },
  async (scope, { params, request }) => {
    const { tag, paint } = await loadThumbnail(scope, params.id);
    return pictureResponse(request, {
      etag: tag,
      contentType: "image/png",
      bytes: async () => {
        const { png, complete } = await paint();
        return complete ? new Uint8Array(png) : { temporary: new Uint8Array(png) };
      },
    });
  },
);
