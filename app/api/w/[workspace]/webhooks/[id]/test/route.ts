import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { sendTestEvent } from "@/lib/webhooks/manage-deliveries";

export const POST = route({ action: "webhook.edit", params: itemParams }, async (scope, { params }) =>
  Response.json(await sendTestEvent(scope, params.id), { status: 201, headers: JSON_HEADERS }),
);
