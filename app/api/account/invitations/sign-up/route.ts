import { admitSignUp } from "@/lib/accounts/admit-sign-up";
import { clientAddress } from "@/lib/accounts/client-address";
import { signUpInvited, signUpInvitedInput } from "@/lib/accounts/invitations/sign-up-invited";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: signUpInvitedInput }, async ({ body, request }) => {
  admitSignUp(clientAddress(request.headers.get("x-forwarded-for")));
  const { userId: _, ...joined } = await signUpInvited(body);
  return Response.json(joined, { status: 201 });
});
