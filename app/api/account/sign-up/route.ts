import { admitSignUp } from "@/lib/accounts/admit-sign-up";
import { clientAddress } from "@/lib/accounts/client-address";
import { signUp, signUpInput } from "@/lib/accounts/sign-up";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: signUpInput }, async ({ body, request }) => {
  admitSignUp(clientAddress(request.headers.get("x-forwarded-for")));
  const { workspaceSlug } = await signUp(body);
  return Response.json({ workspace: workspaceSlug }, { status: 201 });
});
