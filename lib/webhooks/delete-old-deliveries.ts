import { db } from "@/lib/server/db";
import { DELETE_STEP, deleteInSteps } from "@/lib/server/delete-in-steps";

const DAY_MS = 24 * 60 * 60_000;

/** How long it is known what was sent. */
export const DELIVERIES_KEPT_MS = 7 * DAY_MS;

/** Forgets deliveries, with what was sent, that are older than they are kept. Gives how many. */
export async function deleteOldDeliveries(now: Date, step = DELETE_STEP): Promise<number> {
  const oldest = new Date(now.getTime() - DELIVERIES_KEPT_MS);
  return deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "WebhookDelivery" WHERE id IN (
        SELECT id FROM "WebhookDelivery" WHERE "createdAt" < ${oldest} ORDER BY "createdAt" LIMIT ${step})`,
  );
}
