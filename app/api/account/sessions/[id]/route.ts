import { revokeSession } from "@/lib/accounts/sessions";
import { idParams } from "@/lib/server/http/params";
import { accountRoute } from "@/lib/server/http/route";

export const DELETE = accountRoute({ params: idParams }, (identity, { params }) =>
  revokeSession(identity, params.id),
);
