import { revokeInvitation } from "@/lib/accounts/invitations/revoke-invitation";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const DELETE = route({ action: "member.edit", params: itemParams }, (scope, { params }) =>
  revokeInvitation(scope, params.id),
);
