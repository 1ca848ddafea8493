import { newId } from "@/lib/accounts/ids";
import type { Database } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import { deliveryQueue } from "./delivery-queue";
import type { WebhookMessage } from "./webhook-message";

export type NewDelivery = { workspaceId: string; endpointId: string; message: WebhookMessage };

/** Puts a message on its way to one endpoint; gives the delivery's id. */
export async function enqueueDelivery(
  tx: Database,
  { workspaceId, endpointId, message }: NewDelivery,
  now: Date,
): Promise<string> {
  const deliveryId = newId("dlv");
  await tx.webhookDelivery.create({
    data: {
      id: deliveryId,
      workspaceId,
      endpointId,
      messageId: message.id,
      event: message.event,
      body: message.body,
      createdAt: now,
      nextTryAt: now,
    },
    select: { id: true },
  });
  await addJob(
    tx,
    "deliver_webhook",
    { deliveryId, tries: 0 },
    { queue: deliveryQueue({ workspaceId, endpointId }) },
  );
  return deliveryId;
}
