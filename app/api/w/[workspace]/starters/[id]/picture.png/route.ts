import { itemParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { route } from "@/lib/server/http/route";
import { loadStarterThumbnail } from "@/lib/server/templates/starter-thumbnail";

export const GET = route(
  { action: "starter.read", params: itemParams },
  async (scope, { params, request }) => {
    const { tag, paint } = await loadStarterThumbnail(scope, params.id);
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
