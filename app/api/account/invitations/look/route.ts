import { z } from "zod";
import { identify } from "@/lib/accounts/identity";
import { invitationToken } from "@/lib/accounts/invitations/accept-invitation";
import { lookAtInvitation } from "@/lib/accounts/invitations/look-at-invitation";
import { cookieReader } from "@/lib/server/http/cookie";
import { publicRoute } from "@/lib/server/http/route";

/** A POST, so that the token stands in no address. Nothing is used up by looking. */
export const POST = publicRoute(
  { body: z.strictObject({ token: invitationToken }) },
  async ({ body, request }) => lookAtInvitation(body.token, await identify(cookieReader(request))),
);
