import type { PostedAnswer } from "@/lib/render/remote/post-remote";
import { db, transaction } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import { log } from "@/lib/server/log";
import { deliveryQueue } from "./delivery-queue";
import { recordAttempt } from "./record-attempt";
import { webhookDoor } from "./webhook-door";
import { signedHeaders } from "./webhook-secret";

/** Why it is sent: the schedule says so, as the try after so many others; or a person does. */
export type DeliveryReason = { kind: "scheduled"; tries: number } | { kind: "manual" };

/** What cannot be signed is not sent, and counts as a try that failed: its people see that nothing arrives. */
const NOTHING_SENT = { kind: "nothing" } as const;

/** How long is waited for a receiver that is left alone, ms; and the same again by chance. */
const RESTING_MS = 60_000;

/**
 * Sends one delivery and writes down what came of it. A try that was written down is not made again; one that was not,
 * because the process ended in between, is, under the same `webhook-id`.
 */
export async function deliverWebhook(
  deliveryId: string,
  reason: DeliveryReason,
  now: () => Date = () => new Date(),
): Promise<void> {
  const delivery = await db().webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { endpoint: true },
  });
  // Delivery and endpoint are two queries, and a person may delete both between them.
  if (!delivery?.endpoint) return;
  const { endpoint, messageId, body } = delivery;
  const scheduled = reason.kind === "scheduled";
  if (scheduled && (delivery.state !== "pending" || delivery.tries !== reason.tries)) return;
  if (endpoint.disabledAt !== null) {
    await db().webhookDelivery.updateMany({
      where: { id: deliveryId, state: "pending" },
      data: { state: "failed", nextTryAt: null },
    });
    return;
  }
  const began = now();
  const headers = signedHeaders(endpoint, { id: messageId, body }, began);
  if (headers === null) log().warn({ endpoint: endpoint.id }, "no secret of a webhook opens: rotate it");
  const answer =
    headers === null ? NOTHING_SENT : await webhookDoor().postRemote(endpoint.url, headers, body);
  if (answer.kind === "resting") return tryLater(delivery, reason, began);
  const ended = now();
  await recordAttempt({
    deliveryId,
    endpointId: endpoint.id,
    url: endpoint.url,
    reason,
    status: statusOf(answer),
    at: began,
    ms: Math.max(0, ended.getTime() - began.getTime()),
  });
}

function statusOf(answer: Exclude<PostedAnswer, { kind: "resting" }>): number | null {
  return answer.kind === "answered" ? answer.status : null;
}

/** Nothing was sent, so that no try is counted. */
async function tryLater(
  delivery: { id: string; workspaceId: string; endpointId: string },
  reason: DeliveryReason,
  now: Date,
): Promise<void> {
  const deliveryId = delivery.id;
  const queue = deliveryQueue(delivery);
  const runAt = new Date(now.getTime() + RESTING_MS * (1 + Math.random()));
  await transaction(async (tx) => {
    if (reason.kind === "manual") return addJob(tx, "resend_webhook", { deliveryId }, { queue, runAt });
    await tx.webhookDelivery.updateMany({ where: { id: deliveryId }, data: { nextTryAt: runAt } });
    await addJob(tx, "deliver_webhook", { deliveryId, tries: reason.tries }, { queue, runAt });
  });
}
