import { resendInvitation, resendInvitationInput } from "@/lib/accounts/invitations/resend-invitation";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "member.edit", params: itemParams, body: resendInvitationInput },
  (scope, { params, body }) => resendInvitation(scope, params.id, body),
);
