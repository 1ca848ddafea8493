import { newId } from "@/lib/accounts/ids";
import { type Database, transaction } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import type { DeliveryReason } from "./deliver-webhook";
import { deliveryQueue } from "./delivery-queue";
import { nextTry } from "./retry-schedule";

const DAY_MS = 24 * 60 * 60_000;

/** An endpoint at which nothing arrives for so long is switched off. */
export const FAILING_MS = 5 * DAY_MS;

/** On so many days at least a try must have failed: two that lie far apart, with silence between, prove nothing. */
const FAILING_DAYS = 4;

/** What a receiver says who wants nothing more, ever. */
const GONE = 410;

export type Attempt = {
  deliveryId: string;
  endpointId: string;
  /** Where it was sent: the endpoint may be elsewhere by now. */
  url: string;
  reason: DeliveryReason;
  /** null: nothing was answered. */
  status: number | null;
  at: Date;
  ms: number;
};

type Endpoint = { url: string; failingSince: Date | null; disabledAt: Date | null };

/** Writes down a try, and what follows from it: done, another try, none any more, or the end of the endpoint. */
export async function recordAttempt(attempt: Attempt): Promise<void> {
  const { deliveryId, endpointId, url, reason, status, at, ms } = attempt;
  const arrived = status !== null && status >= 200 && status < 300;
  await transaction(async (tx) => {
    // Who deletes the endpoint meanwhile takes all of this along.
    const [endpoint] = await tx.$queryRaw<Endpoint[]>`
      SELECT url, "failingSince", "disabledAt" FROM "WebhookEndpoint" WHERE id = ${endpointId} FOR NO KEY UPDATE`;
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id: deliveryId },
      select: { state: true, tries: true, workspaceId: true },
    });
    if (!endpoint || !delivery) return;
    const manual = reason.kind === "manual";
    await tx.webhookAttempt.create({
      data: { id: newId("atm"), deliveryId, at, status, ms: status === null ? null : ms, manual },
      select: { id: true },
    });
    // What an address answers that the endpoint had before says nothing of the one it has.
    const isOver = endpoint.url === url && (await noteHealth(tx, attempt, endpoint, arrived));
    if (arrived) {
      await tx.webhookDelivery.update({
        where: { id: deliveryId },
        data: { state: "delivered", nextTryAt: null, ...(manual ? {} : { tries: { increment: 1 } }) },
        select: { id: true },
      });
    } else if (!manual && delivery.state === "pending" && delivery.tries === reason.tries) {
      const queue = deliveryQueue({ workspaceId: delivery.workspaceId, endpointId });
      await scheduleNext(tx, attempt, { tries: reason.tries + 1, isOver, queue });
    }
  });
}

/** Writes down how the endpoint stands, and gives whether it is over with it. */
async function noteHealth(
  tx: Database,
  { endpointId, status, at }: Attempt,
  { failingSince, disabledAt }: Endpoint,
  arrived: boolean,
): Promise<boolean> {
  const since = failingSince ?? at;
  const isOver = !arrived && (status === GONE || (await failsForLong(tx, endpointId, since, at)));
  const ends = isOver && disabledAt === null;
  await tx.webhookEndpoint.update({
    where: { id: endpointId },
    data: {
      lastTriedAt: at,
      failingSince: arrived ? null : since,
      ...(ends ? { disabledAt: at, disabledFor: status === GONE ? "gone" : "failing" } : {}),
    },
    select: { id: true },
  });
  if (ends) await addJob(tx, "mail_webhook_disabled", { endpointId });
  return isOver;
}

async function failsForLong(tx: Database, endpointId: string, since: Date, at: Date): Promise<boolean> {
  if (at.getTime() - since.getTime() < FAILING_MS) return false;
  const [{ days } = { days: 0 }] = await tx.$queryRaw<{ days: number }[]>`
    SELECT count(DISTINCT date_trunc('day', a.at))::int AS days
    FROM "WebhookAttempt" a JOIN "WebhookDelivery" d ON d.id = a."deliveryId"
    WHERE d."endpointId" = ${endpointId} AND a.at >= ${since}
      AND (a.status IS NULL OR a.status NOT BETWEEN 200 AND 299)`;
  return days >= FAILING_DAYS;
}

async function scheduleNext(
  tx: Database,
  { deliveryId, at, ms }: Attempt,
  { tries, isOver, queue }: { tries: number; isOver: boolean; queue: string },
): Promise<void> {
  const ended = new Date(at.getTime() + ms);
  const runAt = isOver ? null : nextTry(tries, ended, Math.random());
  await tx.webhookDelivery.update({
    where: { id: deliveryId },
    data: { tries, nextTryAt: runAt, ...(runAt === null ? { state: "failed" } : {}) },
    select: { id: true },
  });
  if (runAt !== null) {
    await addJob(tx, "deliver_webhook", { deliveryId, tries }, { queue, runAt });
  }
}
