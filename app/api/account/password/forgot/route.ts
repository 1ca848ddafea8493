import { askForReset, mailRequest } from "@/lib/accounts/ask-for-mail";
import { clientAddress } from "@/lib/accounts/client-address";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: mailRequest }, ({ body, request }) =>
  askForReset({ ...body, address: clientAddress(request.headers.get("x-forwarded-for")) }),
);
