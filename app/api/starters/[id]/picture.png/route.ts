import { idParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { publicRoute } from "@/lib/server/http/route";
import { starterPicture } from "@/lib/server/starter-picture";

export const GET = publicRoute({ params: idParams }, async ({ params, request }) => {
  const { etag, bytes } = await starterPicture(params.id);
  return pictureResponse(request, { etag, contentType: "image/png", bytes: async () => bytes });
});
