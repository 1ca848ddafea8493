import { invitedLinkInput, mailInvitedLink } from "@/lib/accounts/invitations/mail-invited-link";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: invitedLinkInput }, ({ body }) => mailInvitedLink(body.token));
