import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createSigningKey, listSigningKeys } from "@/lib/server/links/signing-keys";

export const GET = route({ action: "signing-key.read", params: workspaceParams }, async (scope) => ({
  signingKeys: await listSigningKeys(scope),
}));

export const POST = route({ action: "signing-key.edit", params: workspaceParams }, async (scope) =>
  Response.json(await createSigningKey(scope), { status: 201, headers: JSON_HEADERS }),
);
