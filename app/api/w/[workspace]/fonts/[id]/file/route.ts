import { loadFontFile } from "@/lib/server/fonts";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

/** The bytes of a font never change, so the browser of whoever may see them keeps them. */
export const GET = route({ action: "font.read", params: itemParams }, async (scope, { params }) => {
  const { bytes, contentType } = await loadFontFile(scope, params.id);
  return new Response(bytes, {
    headers: {
      "content-type": contentType,
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
});
