import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { changeWebhook, deleteWebhook, loadWebhook } from "@/lib/webhooks/manage-webhooks";
import { changeWebhookInput } from "@/lib/webhooks/webhook-input";

export const GET = route({ action: "webhook.read", params: itemParams }, (scope, { params }) =>
  loadWebhook(scope, params.id),
);

export const PATCH = route(
  { action: "webhook.edit", params: itemParams, body: changeWebhookInput },
  (scope, { params, body }) => changeWebhook(scope, params.id, body),
);

export const DELETE = route({ action: "webhook.edit", params: itemParams }, (scope, { params }) =>
  deleteWebhook(scope, params.id),
);
