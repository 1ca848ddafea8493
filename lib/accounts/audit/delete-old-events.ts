import { db } from "@/lib/server/db";
import { DELETE_STEP, deleteInSteps } from "@/lib/server/delete-in-steps";

const DAY_MS = 24 * 60 * 60_000;

/** How long it is known what was done. */
export const EVENTS_KEPT_MS = 365 * DAY_MS;

/** Deletes events of all workspaces that are older than the retention. Gives how many. */
export async function deleteOldEvents(now: Date, step = DELETE_STEP): Promise<number> {
  const oldest = new Date(now.getTime() - EVENTS_KEPT_MS);
  return deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "AuditEvent" WHERE id IN (
        SELECT id FROM "AuditEvent" WHERE at < ${oldest} ORDER BY at LIMIT ${step})`,
  );
}
