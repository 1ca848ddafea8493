import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { revealSigningKey, revokeSigningKey } from "@/lib/server/links/signing-keys";

/** With its secret. */
export const GET = route({ action: "signing-key.edit", params: itemParams }, (scope, { params }) =>
  revealSigningKey(scope, params.id),
);

export const DELETE = route({ action: "signing-key.edit", params: itemParams }, (scope, { params }) =>
  revokeSigningKey(scope, params.id),
);
