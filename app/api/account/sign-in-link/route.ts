import { askForSignInLink, signInLinkRequest } from "@/lib/accounts/ask-for-mail";
import { clientAddress } from "@/lib/accounts/client-address";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: signInLinkRequest }, ({ body, request }) =>
  askForSignInLink({ ...body, address: clientAddress(request.headers.get("x-forwarded-for")) }),
);
