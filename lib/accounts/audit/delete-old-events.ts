import { db } from "@/lib/server/db";

const DAY_MS = 24 * 60 * 60_000;

/** How long it is known what was done. */
export const EVENTS_KEPT_MS = 365 * DAY_MS;

/** Rows that one statement deletes, so that none takes long. */
const STEP = 5_000;

/** Deletes events of all workspaces that are older than the retention. Gives how many. */
export async function deleteOldEvents(now: Date, step = STEP): Promise<number> {
  const oldest = new Date(now.getTime() - EVENTS_KEPT_MS);
  for (let deleted = 0; ; ) {
    const count = await db().$executeRaw`
      DELETE FROM "AuditEvent" WHERE id IN (
        SELECT id FROM "AuditEvent" WHERE at < ${oldest} ORDER BY at LIMIT ${step})`;
    deleted += count;
    if (count < step) return deleted;
  }
}
