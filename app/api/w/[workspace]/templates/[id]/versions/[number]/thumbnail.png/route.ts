import { versionParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { route } from "@/lib/server/http/route";
import { loadVersionThumbnail } from "@/lib/server/templates/versions/version-thumbnail";

export const GET = route(
  { action: "version.read", params: versionParams },
  async (scope, { params, request }) => {
    const { tag, paint } = await loadVersionThumbnail(scope, params.id, params.number);
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
