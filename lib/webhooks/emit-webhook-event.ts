import type { Database } from "@/lib/server/db";
import { enqueueDelivery } from "./enqueue-delivery";
import type { WebhookEvent } from "./webhook-events";
import { webhookMessage } from "./webhook-message";

/**
 * Sends an event to every endpoint of the workspace that wants it, in the transaction that causes it: what is undone
 * was never told, and what is done is. An endpoint that is limited to projects hears of nothing else.
 */
export async function emitWebhookEvent(
  tx: Database,
  workspaceId: string,
  event: WebhookEvent,
  now = new Date(),
): Promise<void> {
  const projectId = "projectId" in event.data ? event.data.projectId : null;
  const endpoints = await tx.webhookEndpoint.findMany({
    where: {
      workspaceId,
      disabledAt: null,
      events: { has: event.type },
      OR: [{ allProjects: true }, ...(projectId === null ? [] : [{ projectIds: { has: projectId } }])],
    },
    select: { id: true },
  });
  if (endpoints.length === 0) return;
  const message = webhookMessage(event.type, event.data, now);
  for (const { id } of endpoints) await enqueueDelivery(tx, { workspaceId, endpointId: id, message }, now);
}
