import { changePassword, passwordChange } from "@/lib/accounts/change-password";
import { clientAddress } from "@/lib/accounts/client-address";
import { accountRoute } from "@/lib/server/http/route";

export const POST = accountRoute({ body: passwordChange }, (identity, { body, request }) =>
  changePassword(identity, body, clientAddress(request.headers.get("x-forwarded-for"))),
);
