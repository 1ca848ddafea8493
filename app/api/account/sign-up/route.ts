import { signUp, signUpInput } from "@/lib/accounts/sign-up";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: signUpInput }, async ({ body }) => {
  const { workspaceSlug } = await signUp(body);
  return Response.json({ workspace: workspaceSlug }, { status: 201 });
});
