import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { revealWebhookSecret } from "@/lib/webhooks/manage-webhooks";

export const GET = route({ action: "webhook.edit", params: itemParams }, (scope, { params }) =>
  revealWebhookSecret(scope, params.id),
);
