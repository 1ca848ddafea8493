import { idParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { accountRoute } from "@/lib/server/http/route";
import { starterPicture, starterPictureQuery } from "@/lib/server/starter-picture";

// For people with an account: painting any name for anybody would be a machine to borrow.
export const GET = accountRoute(
  { params: idParams, query: starterPictureQuery },
  async ({ userId }, { params, query, request }) => {
    const { etag, paint } = starterPicture(params.id, query, userId);
    return pictureResponse(request, { etag, contentType: "image/png", bytes: paint });
  },
);
