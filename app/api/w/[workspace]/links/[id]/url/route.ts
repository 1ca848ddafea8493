import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { signLinkUrl, signLinkUrlInput } from "@/lib/server/links/sign-link-url";

export const POST = route(
  { action: "link.sign", params: itemParams, body: signLinkUrlInput },
  (scope, { params, body }) => signLinkUrl(scope, params.id, body),
);
