import type { Thumbnail } from "@/lib/render/thumbnail";
import { pictureResponse } from "./picture-response";

/** Answers a thumbnail, painted only for who does not have it; one that is incomplete is asked for again soon. */
export function thumbnailResponse(
  request: Request,
  { tag, paint }: { tag: string; paint: () => Promise<Thumbnail> },
): Promise<Response> {
  return pictureResponse(request, {
    etag: tag,
    contentType: "image/png",
    bytes: async () => {
      const { png, complete } = await paint();
      return complete ? new Uint8Array(png) : { temporary: new Uint8Array(png) };
    },
  });
}
