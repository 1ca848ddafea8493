import { revokeKey } from "@/lib/accounts/keys/manage-keys";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const DELETE = route({ action: "key.edit", params: itemParams }, (scope, { params }) =>
  revokeKey(scope, params.id),
);
