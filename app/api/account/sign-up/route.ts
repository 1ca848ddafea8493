import { admitSignUp } from "@/lib/accounts/admit-sign-up";
import { clientAddress } from "@/lib/accounts/client-address";
import { mailFirstConfirmation } from "@/lib/accounts/confirm-email";
import { signUp, signUpInput } from "@/lib/accounts/sign-up";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: signUpInput }, async ({ body, request }) => {
  admitSignUp(clientAddress(request.headers.get("x-forwarded-for")));
  const { userId, workspaceSlug } = await signUp(body);
  mailFirstConfirmation(userId);
  return Response.json({ workspace: workspaceSlug }, { status: 201 });
});
