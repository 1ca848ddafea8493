import { newId } from "@/lib/accounts/ids";
import { type Database, transaction } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import type { DeliveryReason } from "./deliver-webhook";
import { nextTry } from "./retry-schedule";

const DAY_MS = 24 * 60 * 60_000;

/** An endpoint at which nothing arrives for so long is switched off. */
export const FAILING_MS = 5 * DAY_MS;

/** What a receiver says who wants nothing more, ever. */
const GONE = 410;

export type Attempt = {
  deliveryId: string;
  endpointId: string;
  reason: DeliveryReason;
  /** null: nothing was answered. */
  status: number | null;
  at: Date;
  ms: number;
};

/** Writes down a try, and what follows from it: done, another try, none any more, or the end of the endpoint. */
export async function recordAttempt(attempt: Attempt): Promise<void> {
  const { deliveryId, endpointId, reason, status, at, ms } = attempt;
  const arrived = status !== null && status >= 200 && status < 300;
  await transaction(async (tx) => {
    // Who deletes the endpoint meanwhile takes all of this along.
    const [endpoint] = await tx.$queryRaw<{ failingSince: Date | null; disabledAt: Date | null }[]>`
      SELECT "failingSince", "disabledAt" FROM "WebhookEndpoint" WHERE id = ${endpointId} FOR NO KEY UPDATE`;
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id: deliveryId },
      select: { state: true, tries: true },
    });
    if (!endpoint || !delivery) return;
    const manual = reason.kind === "manual";
    await tx.webhookAttempt.create({
      data: { id: newId("atm"), deliveryId, at, status, ms, manual },
      select: { id: true },
    });
    const since = endpoint.failingSince ?? at;
    const isOver = !arrived && (status === GONE || at.getTime() - since.getTime() >= FAILING_MS);
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: {
        lastTriedAt: at,
        failingSince: arrived ? null : since,
        ...(isOver && endpoint.disabledAt === null
          ? { disabledAt: at, disabledFor: status === GONE ? "gone" : "failing" }
          : {}),
      },
      select: { id: true },
    });
    if (isOver && endpoint.disabledAt === null) await addJob(tx, "mail_webhook_disabled", { endpointId });
    if (arrived) {
      await tx.webhookDelivery.update({
        where: { id: deliveryId },
        data: { state: "delivered", nextTryAt: null, ...(manual ? {} : { tries: { increment: 1 } }) },
        select: { id: true },
      });
    } else if (!manual && delivery.state === "pending" && delivery.tries === reason.tries) {
      await scheduleNext(tx, attempt, reason.tries + 1, isOver);
    }
  });
}

async function scheduleNext(
  tx: Database,
  { deliveryId, endpointId, at, ms }: Attempt,
  tries: number,
  isOver: boolean,
): Promise<void> {
  const ended = new Date(at.getTime() + ms);
  const runAt = isOver ? null : nextTry(tries, ended, Math.random());
  await tx.webhookDelivery.update({
    where: { id: deliveryId },
    data: { tries, nextTryAt: runAt, ...(runAt === null ? { state: "failed" } : {}) },
    select: { id: true },
  });
  if (runAt !== null) {
    await addJob(tx, "deliver_webhook", { deliveryId, tries }, { queue: endpointId, runAt });
  }
}
