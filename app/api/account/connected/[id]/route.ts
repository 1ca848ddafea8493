import { z } from "zod";
import { clientAddress } from "@/lib/accounts/client-address";
import { rememberIntent } from "@/lib/accounts/oauth/connect-intent";
import { connectInput, disconnectAccount } from "@/lib/accounts/oauth/connected-accounts";
import { providerId } from "@/lib/accounts/oauth/provider-id";
import { proveWhatThereIs } from "@/lib/accounts/two-step/prove";
import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { accountRoute } from "@/lib/server/http/route";

const params = z.object({ id: providerId });

/** Said before the browser goes to the provider, so that what comes back is connected and not signed in with. */
export const POST = accountRoute(
  { params, body: connectInput },
  async (identity, { params, body, request }) => {
    const { back, ...proof } = body;
    const address = clientAddress(request.headers.get("x-forwarded-for"));
    await proveWhatThereIs(identity.userId, proof, address);
    const remembered = await rememberIntent({ identity, provider: params.id, back });
    return new Response(null, { status: 204, headers: { ...JSON_HEADERS, "set-cookie": remembered } });
  },
);

export const DELETE = accountRoute({ params }, (identity, { params }) =>
  disconnectAccount(identity, params.id),
);
