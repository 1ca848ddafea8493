import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { rotateWebhookSecret } from "@/lib/webhooks/manage-webhooks";
import { rotateWebhookInput } from "@/lib/webhooks/webhook-input";

export const POST = route(
  { action: "webhook.edit", params: itemParams, body: rotateWebhookInput },
  (scope, { params, body }) => rotateWebhookSecret(scope, params.id, body),
);
