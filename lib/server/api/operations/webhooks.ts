import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import {
  type DeliveryItem,
  listDeliveries,
  resendDelivery,
  sendTestEvent,
} from "@/lib/webhooks/manage-deliveries";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  loadWebhook,
  type NewWebhook,
  revealWebhookSecret,
  rotateWebhookSecret,
} from "@/lib/webhooks/manage-webhooks";
import { changeWebhookInput, createWebhookInput, rotateWebhookInput } from "@/lib/webhooks/webhook-input";
import type { WebhookItem } from "@/lib/webhooks/webhook-item";
import { cursorText } from "../../cursor";
import { operation } from "../operation";
import {
  deliveryShape,
  itemId,
  limitParam,
  newWebhookShape,
  pageOf,
  webhookSecretShape,
  webhookShape,
} from "../shapes";

const tag = "Webhooks";

/** What stands in `data`, for whoever writes a receiver. */
const EVENT_DATA = [
  "`template.published`: `templateId`, `projectId`, `name`, `versionId`, `version`, `linkKey`.",
  "`image.rendered`: `id`, `url`, `templateId`, `projectId`, `versionId`, `format`, `width`, `height`, `bytes`, `expiresAt`, `metadata`.",
  "`image.failed`: `id`, `templateId`, `projectId`, `versionId`, `format`, `error`, `metadata`.",
  "`batch.finished` and `batch.cancelled`: `id`, `templateId`, `projectId`, `versionId`, `rows`, `made`, `failed`, `leftOut`, `expiresAt`.",
  "`quota.reached`: `metric`, `period`, `limit`, `used`, `threshold`.",
].join("\n\n");

export const WEBHOOK_OPERATIONS = [
  operation({
    id: "listWebhooks",
    method: "GET",
    path: "/webhooks",
    tag,
    summary: "List webhooks",
    description: "The newest first; 50 at most.",
    action: "webhook.read",
    answer: {
      kind: "json",
      status: 200,
      description: "The webhooks.",
      schema: z.strictObject({ webhooks: z.array(webhookShape) }),
    },
    example: () => ({}),
    run: async (scope) => ({ webhooks: (await listWebhooks(scope)).map(webhookOut) }),
  }),
  operation({
    id: "createWebhook",
    method: "POST",
    path: "/webhooks",
    tag,
    summary: "Create a webhook",
    description: `Events are sent to it from now on, as \`{ type, timestamp, data }\`. The secret in the answer verifies them.\n\n${EVENT_DATA}`,
    action: "webhook.edit",
    body: createWebhookInput,
    answer: {
      kind: "json",
      status: 201,
      description: "The webhook and its secret.",
      schema: newWebhookShape,
    },
    repeatable: true,
    example: () => ({
      body: {
        url: "https://example.com/webhooks",
        events: ["template.published", "image.rendered"],
        projectIds: null,
      },
    }),
    settle: withSecret,
    run: async (scope, { body }) => newOut(await createWebhook(scope, body)),
  }),
  operation({
    id: "getWebhook",
    method: "GET",
    path: "/webhooks/{id}",
    tag,
    summary: "Get a webhook",
    description: "With how it stands.",
    action: "webhook.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The webhook.", schema: webhookShape },
    example: ({ webhookId }) => ({ params: { id: webhookId } }),
    run: async (scope, { params }) => webhookOut(await loadWebhook(scope, params.id)),
  }),
  operation({
    id: "updateWebhook",
    method: "PATCH",
    path: "/webhooks/{id}",
    tag,
    summary: "Change a webhook",
    description: "Its address, its events, its projects, and whether anything is sent.",
    action: "webhook.edit",
    params: itemId,
    body: changeWebhookInput,
    answer: { kind: "json", status: 200, description: "The webhook as it is now.", schema: webhookShape },
    example: ({ webhookId }) => ({
      params: { id: webhookId },
      body: { events: ["image.rendered", "image.failed"], enabled: true },
    }),
    run: async (scope, { params, body }) => webhookOut(await changeWebhook(scope, params.id, body)),
  }),
  operation({
    id: "deleteWebhook",
    method: "DELETE",
    path: "/webhooks/{id}",
    tag,
    summary: "Delete a webhook",
    description: "With its deliveries. What is on its way is sent no more.",
    action: "webhook.edit",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ webhookId }) => ({ params: { id: webhookId } }),
    run: (scope, { params }) => deleteWebhook(scope, params.id),
  }),
  operation({
    id: "getWebhookSecret",
    method: "GET",
    path: "/webhooks/{id}/secret",
    tag,
    summary: "Get a webhook’s secret",
    description: "What its deliveries are signed with.",
    action: "webhook.edit",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The secret.", schema: webhookSecretShape },
    example: ({ webhookId }) => ({ params: { id: webhookId } }),
    run: (scope, { params }) => revealWebhookSecret(scope, params.id),
  }),
  operation({
    id: "rotateWebhookSecret",
    method: "POST",
    path: "/webhooks/{id}/rotate-secret",
    tag,
    summary: "Rotate a webhook’s secret",
    description: "Until the overlap ends, deliveries are signed with both.",
    action: "webhook.edit",
    params: itemId,
    body: rotateWebhookInput,
    answer: {
      kind: "json",
      status: 200,
      description: "The webhook and its new secret.",
      schema: newWebhookShape,
    },
    repeatable: true,
    example: ({ webhookId }) => ({ params: { id: webhookId }, body: { overlapHours: 24 } }),
    settle: withSecret,
    run: async (scope, { params, body }) => newOut(await rotateWebhookSecret(scope, params.id, body)),
  }),
  operation({
    id: "testWebhook",
    method: "POST",
    path: "/webhooks/{id}/test",
    tag,
    summary: "Send a test event",
    description: "An event `webhook.test`, whatever the webhook is told of otherwise.",
    action: "webhook.edit",
    params: itemId,
    answer: { kind: "json", status: 201, description: "The delivery, on its way.", schema: deliveryShape },
    repeatable: true,
    example: ({ webhookId }) => ({ params: { id: webhookId } }),
    run: async (scope, { params }) => deliveryOut(await sendTestEvent(scope, params.id)),
  }),
  operation({
    id: "listDeliveries",
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    tag,
    summary: "List deliveries",
    description: "What was sent in the last 7 days and what came of it, the newest first.",
    action: "webhook.read",
    params: itemId,
    query: z.strictObject({
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of deliveries.",
      schema: pageOf("deliveries", deliveryShape),
    },
    example: ({ webhookId }) => ({ params: { id: webhookId }, query: { limit: "10" } }),
    run: async (scope, { params, query }) => {
      const { deliveries, nextCursor } = await listDeliveries(scope, params.id, query);
      return { deliveries: deliveries.map(deliveryOut), nextCursor };
    },
  }),
  operation({
    id: "resendDelivery",
    method: "POST",
    path: "/deliveries/{id}/resend",
    tag,
    summary: "Send a delivery again",
    description: "Once, under the same `webhook-id`, whatever became of it before.",
    action: "webhook.edit",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The delivery.", schema: deliveryShape },
    repeatable: true,
    example: ({ deliveryId }) => ({ params: { id: deliveryId } }),
    run: async (scope, { params }) => deliveryOut(await resendDelivery(scope, params.id)),
  }),
];

type NewShown = z.infer<typeof newWebhookShape>;

/** Without the secret: what is kept for whoever asks again lies open. `withSecret` adds it when the answer goes out. */
function newOut({ webhook }: NewWebhook): NewShown {
  return { webhook: webhookOut(webhook), secret: "" };
}

async function withSecret(scope: Scope, { webhook }: NewShown): Promise<NewShown> {
  return { webhook, ...(await revealWebhookSecret(scope, webhook.id)) };
}

const DISABLED_FOR = webhookShape.shape.disabledFor;

function webhookOut(item: WebhookItem): z.infer<typeof webhookShape> {
  return {
    ...item,
    createdAt: item.createdAt.toISOString(),
    lastTriedAt: text(item.lastTriedAt),
    failingSince: text(item.failingSince),
    disabledAt: text(item.disabledAt),
    disabledFor: DISABLED_FOR.parse(item.disabledFor),
    previousUntil: text(item.previousUntil),
  };
}

function deliveryOut(item: DeliveryItem): z.infer<typeof deliveryShape> {
  return {
    ...item,
    createdAt: item.createdAt.toISOString(),
    nextTryAt: text(item.nextTryAt),
    attempts: item.attempts.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() })),
  };
}

function text(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
