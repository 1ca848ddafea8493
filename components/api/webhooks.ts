import { z } from "zod";
import { callApi, nothing } from "./call-api";

const time = z.iso.datetime().transform((text) => new Date(text));

const webhookItem = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  /** The only projects whose events it gets; null: all. */
  projectIds: z.array(z.string()).nullable(),
  health: z.enum(["unused", "healthy", "failing", "disabled"]),
  createdAt: time,
  lastTriedAt: time.nullable(),
  failingSince: time.nullable(),
  disabledAt: time.nullable(),
  disabledFor: z.string().nullable(),
  previousUntil: time.nullable(),
});
export type WebhookItem = z.infer<typeof webhookItem>;

const newWebhook = z.object({ webhook: webhookItem, secret: z.string() });
export type NewWebhook = z.infer<typeof newWebhook>;

const delivery = z.object({
  id: z.string(),
  messageId: z.string(),
  event: z.string(),
  body: z.string(),
  state: z.enum(["pending", "delivered", "failed"]),
  createdAt: time,
  nextTryAt: time.nullable(),
  attempts: z.array(
    z.object({ at: time, status: z.number().nullable(), ms: z.number().nullable(), manual: z.boolean() }),
  ),
});
export type DeliveryItem = z.infer<typeof delivery>;

const deliveries = z.object({ deliveries: z.array(delivery), nextCursor: z.string().nullable() });
export type DeliveriesPage = z.infer<typeof deliveries>;

export type WebhookWish = {
  url: string;
  events: readonly string[];
  projectIds: readonly string[] | null;
};

const rootOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}`;
const pathOf = (workspace: string, id: string) => `${rootOf(workspace)}/webhooks/${id}`;

export function createWebhook(workspace: string, body: WebhookWish): Promise<NewWebhook> {
  return callApi({ method: "POST", path: `${rootOf(workspace)}/webhooks`, body, answer: newWebhook });
}

export function loadWebhook(workspace: string, id: string): Promise<WebhookItem> {
  return callApi({ method: "GET", path: pathOf(workspace, id), answer: webhookItem });
}

export function changeWebhook(
  workspace: string,
  id: string,
  body: Partial<WebhookWish> & { enabled?: boolean },
): Promise<WebhookItem> {
  return callApi({ method: "PATCH", path: pathOf(workspace, id), body, answer: webhookItem });
}

export function deleteWebhook(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: pathOf(workspace, id), answer: nothing });
}

export function loadSecret(workspace: string, id: string): Promise<{ secret: string }> {
  const path = `${pathOf(workspace, id)}/secret`;
  return callApi({ method: "GET", path, answer: z.object({ secret: z.string() }) });
}

/** A new secret; the one before signs beside it for so many hours. */
export function rotateSecret(workspace: string, id: string, overlapHours: number): Promise<NewWebhook> {
  const path = `${pathOf(workspace, id)}/rotate`;
  return callApi({ method: "POST", path, body: { overlapHours }, answer: newWebhook });
}

export function sendTest(workspace: string, id: string): Promise<DeliveryItem> {
  return callApi({ method: "POST", path: `${pathOf(workspace, id)}/test`, answer: delivery });
}

export function listDeliveries(
  workspace: string,
  id: string,
  cursor: string | null = null,
): Promise<DeliveriesPage> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return callApi({ method: "GET", path: `${pathOf(workspace, id)}/deliveries${query}`, answer: deliveries });
}

export function resendDelivery(workspace: string, id: string): Promise<DeliveryItem> {
  return callApi({ method: "POST", path: `${rootOf(workspace)}/deliveries/${id}/resend`, answer: delivery });
}
