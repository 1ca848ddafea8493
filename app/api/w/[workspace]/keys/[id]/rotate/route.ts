import { rotateKey, rotateKeyInput } from "@/lib/accounts/keys/manage-keys";
import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "key.edit", params: itemParams, body: rotateKeyInput },
  async (scope, { params, body }) =>
    Response.json(await rotateKey(scope, params.id, body), { status: 201, headers: JSON_HEADERS }),
);
