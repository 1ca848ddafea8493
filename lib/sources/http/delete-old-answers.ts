import { db } from "@/lib/server/db";
import { DELETE_STEP, deleteInSteps } from "@/lib/server/delete-in-steps";

/** Forgets what live sources said so long ago that no picture may show it any more. Gives how many answers. */
export async function deleteOldAnswers(now: Date, step = DELETE_STEP): Promise<number> {
  return deleteInSteps(
    step,
    () => db().$executeRaw`
      DELETE FROM "SourceAnswer" WHERE ("sourceId", key) IN (
        SELECT "sourceId", key FROM "SourceAnswer" WHERE until < ${now} ORDER BY until LIMIT ${step})`,
  );
}
