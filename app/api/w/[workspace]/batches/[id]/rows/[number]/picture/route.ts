import { rowPicture } from "@/lib/batches/drafts/row-picture";
import { rowParams } from "@/lib/server/http/params";
import { pictureResponse } from "@/lib/server/http/picture-response";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "batch.read", params: rowParams },
  async (scope, { params: { id, number: row }, request }) => {
    const { key, bytes } = await rowPicture(scope, { id, row }, new Date());
    const picture = { etag: key, contentType: "image/jpeg", bytes: async () => new Uint8Array(bytes) };
    return pictureResponse(request, picture);
  },
);
