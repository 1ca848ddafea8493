import { clientAddress } from "@/lib/accounts/client-address";
import { proof } from "@/lib/accounts/two-step/prove";
import { beginTwoStep } from "@/lib/accounts/two-step/two-step";
import { accountRoute } from "@/lib/server/http/route";

export const POST = accountRoute({ body: proof }, (identity, { body, request }) =>
  beginTwoStep(identity, body, clientAddress(request.headers.get("x-forwarded-for"))),
);
