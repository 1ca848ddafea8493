import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { resendDelivery } from "@/lib/webhooks/manage-deliveries";

export const POST = route({ action: "webhook.edit", params: itemParams }, (scope, { params }) =>
  resendDelivery(scope, params.id),
);
