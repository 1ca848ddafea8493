import { createKey, createKeyInput, listKeys } from "@/lib/accounts/keys/manage-keys";
import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "key.read", params: workspaceParams }, async (scope) => ({
  keys: await listKeys(scope),
}));

export const POST = route(
  { action: "key.edit", params: workspaceParams, body: createKeyInput },
  async (scope, { body }) =>
    Response.json(await createKey(scope, body), { status: 201, headers: JSON_HEADERS }),
);
