import { restoreInvitation } from "@/lib/accounts/invitations/revoke-invitation";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route({ action: "member.edit", params: itemParams }, (scope, { params }) =>
  restoreInvitation(scope, params.id),
);
