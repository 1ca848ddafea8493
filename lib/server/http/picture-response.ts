import { namesTag } from "@/lib/render/names-tag";

export type Picture = {
  /** Changes whenever the bytes do. */
  etag: string;
  contentType: string;
  bytes: () => Promise<PictureBytes | { temporary: PictureBytes }>;
};

/** What will look different in a moment is `temporary`: nobody keeps it. */
type PictureBytes = Uint8Array<ArrayBuffer>;

/**
 * A picture of one workspace for a signed-in browser: kept by it, confirmed each time (so that a revoked session
 * sees nothing more), never by anything in between, and never more than a picture.
 */
export async function pictureResponse(request: Request, picture: Picture): Promise<Response> {
  const headers = new Headers({
    etag: `"${picture.etag}"`,
    "cache-control": "private, no-cache",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  });
  if (namesTag(request.headers.get("if-none-match"), picture.etag))
    return new Response(null, { status: 304, headers });
  headers.set("content-type", picture.contentType);
  const bytes = await picture.bytes();
  if (bytes instanceof Uint8Array) return new Response(bytes, { headers });
  headers.delete("etag");
  headers.set("cache-control", "no-store");
  return new Response(bytes.temporary, { headers });
}
