import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Cursor, writeCursor } from "@/lib/server/cursor";
import { db, transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { addJob } from "@/lib/server/jobs/add-job";
import { deliveryQueue } from "./delivery-queue";
import { enqueueDelivery } from "./enqueue-delivery";
import { loadWebhook } from "./manage-webhooks";
import { TEST_EVENT } from "./webhook-events";
import { type WebhookItem, webhookObject } from "./webhook-item";
import { webhookMessage } from "./webhook-message";

export type DeliveryAttempt = { at: Date; status: number | null; ms: number | null; manual: boolean };

export type DeliveryItem = {
  id: string;
  webhookId: string;
  /** The `webhook-id` it is sent under. */
  messageId: string;
  event: string;
  body: string;
  state: "pending" | "delivered" | "failed";
  createdAt: Date;
  nextTryAt: Date | null;
  /** The newest first, 20 at most. */
  attempts: DeliveryAttempt[];
};

const SELECT = {
  id: true,
  endpointId: true,
  messageId: true,
  event: true,
  body: true,
  state: true,
  createdAt: true,
  nextTryAt: true,
  attempts: {
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
    select: { at: true, status: true, ms: true, manual: true },
  },
} as const satisfies Prisma.WebhookDeliverySelect;

type Row = Prisma.WebhookDeliveryGetPayload<{ select: typeof SELECT }>;

export type DeliveriesQuery = { cursor?: Cursor | undefined; limit: number };

/** What was sent to an endpoint in the last days, the newest first, a page at a time. */
export async function listDeliveries(
  scope: Scope,
  endpointId: string,
  { cursor, limit }: DeliveriesQuery,
): Promise<{ deliveries: DeliveryItem[]; nextCursor: string | null }> {
  await loadWebhook(scope, endpointId);
  const rows = await db().webhookDelivery.findMany({
    where: {
      endpointId,
      workspaceId: scope.workspaceId,
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: SELECT,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    deliveries: page.map(deliveryItem),
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

/** Sends a delivery once more, under the same `webhook-id`, whatever became of it. */
export async function resendDelivery(scope: Scope, id: string): Promise<DeliveryItem> {
  return transaction(async (tx) => {
    const row = await tx.webhookDelivery.findFirst({
      where: { id, workspaceId: scope.workspaceId },
      select: SELECT,
    });
    if (!row) {
      throw new AppError(
        "not_found",
        "There is no such delivery in this workspace. They are kept for 7 days.",
      );
    }
    const webhook = await loadWebhook(scope, row.endpointId, tx);
    requireEnabled(webhook);
    await addJob(
      tx,
      "resend_webhook",
      { deliveryId: id },
      { queue: deliveryQueue({ ...row, ...scope }), name: `resend ${id}`, mostTries: 3 },
    );
    await recordEvent(tx, scope, "webhook.edit", webhookObject(webhook), {
      done: "sent an event again to",
      event: row.event,
    });
    return deliveryItem(row);
  });
}

/** Sends an event that says nothing but that events arrive. */
export async function sendTestEvent(
  scope: Scope,
  endpointId: string,
  now = new Date(),
): Promise<DeliveryItem> {
  return transaction(async (tx) => {
    const webhook = await loadWebhook(scope, endpointId, tx);
    requireEnabled(webhook);
    const message = webhookMessage(TEST_EVENT, { webhookId: endpointId }, now);
    const { workspaceId } = scope;
    const id = await enqueueDelivery(tx, { workspaceId, endpointId, message }, now);
    await recordEvent(tx, scope, "webhook.edit", webhookObject(webhook), { done: "tested" });
    return deliveryItem(await tx.webhookDelivery.findUniqueOrThrow({ where: { id }, select: SELECT }));
  });
}

function requireEnabled({ disabledAt }: WebhookItem): void {
  if (disabledAt === null) return;
  throw new AppError("conflict", "This webhook is switched off, so nothing is sent. Switch it on first.");
}

function deliveryItem({ endpointId, ...row }: Row): DeliveryItem {
  return { ...row, webhookId: endpointId };
}
