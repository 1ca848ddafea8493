import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createWebhook, listWebhooks } from "@/lib/webhooks/manage-webhooks";
import { createWebhookInput } from "@/lib/webhooks/webhook-input";

export const GET = route({ action: "webhook.read", params: workspaceParams }, async (scope) => ({
  webhooks: await listWebhooks(scope),
}));

export const POST = route(
  { action: "webhook.edit", params: workspaceParams, body: createWebhookInput },
  async (scope, { body }) =>
    Response.json(await createWebhook(scope, body), { status: 201, headers: JSON_HEADERS }),
);
