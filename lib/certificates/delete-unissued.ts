import { db } from "@/lib/server/db";
import { DELETE_STEP, deleteInSteps } from "@/lib/server/delete-in-steps";

/** How long a batch may take until all its pictures are made, and longer, ms. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

/** Deletes what was reserved for rows that never had a picture. Their numbers are not given again. Gives how many. */
export async function deleteUnissued(now: Date, step = DELETE_STEP): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  return deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "Certificate" WHERE id IN (
        SELECT id FROM "Certificate" WHERE "issuedAt" IS NULL AND "createdAt" < ${before} LIMIT ${step})`,
  );
}
