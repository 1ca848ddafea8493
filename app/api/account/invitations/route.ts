import { acceptInvitation, acceptInvitationInput } from "@/lib/accounts/invitations/accept-invitation";
import { accountRoute } from "@/lib/server/http/route";

export const POST = accountRoute({ body: acceptInvitationInput }, (identity, { body }) =>
  acceptInvitation(identity, body.token),
);
