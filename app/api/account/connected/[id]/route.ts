import { z } from "zod";
import { rememberIntent } from "@/lib/accounts/oauth/connect-intent";
import { connectInput, disconnectAccount } from "@/lib/accounts/oauth/connected-accounts";
import { providerId } from "@/lib/accounts/oauth/provider-id";
import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { accountRoute } from "@/lib/server/http/route";

const params = z.object({ id: providerId });

/** Said before the browser goes to the provider, so that what comes back is connected and not signed in with. */
export const POST = accountRoute({ params, body: connectInput }, async (identity, { params, body }) => {
  const remembered = await rememberIntent({ identity, provider: params.id, back: body.back });
  return new Response(null, { status: 204, headers: { ...JSON_HEADERS, "set-cookie": remembered } });
});

export const DELETE = accountRoute({ params }, (identity, { params }) =>
  disconnectAccount(identity, params.id),
);
