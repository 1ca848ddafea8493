import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { loadRemoteImage, remoteImageInput } from "@/lib/server/remote-image";

export const POST = route(
  { action: "remote-image.read", params: workspaceParams, body: remoteImageInput },
  async (scope, { body }) => {
    const { bytes, contentType } = await loadRemoteImage(scope, body.url);
    const headers = {
      "content-type": contentType,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    };
    return new Response(bytes, { headers });
  },
);
