import { db } from "../db";
import { DELETE_STEP, deleteInSteps } from "../delete-in-steps";

/** Forgets first opens whose time is over, and those of links that are deleted. Gives how many. */
export async function deleteOldFirstOpens(now: Date, step = DELETE_STEP): Promise<number> {
  return deleteInSteps(step, async () => {
    const rows = await db().firstOpen.findMany({
      where: { OR: [{ expiresAt: { lte: now } }, { link: { deletedAt: { not: null } } }] },
      take: step,
      select: { linkId: true, recipient: true },
    });
    if (rows.length === 0) return 0;
    const { count } = await db().firstOpen.deleteMany({ where: { OR: rows } });
    return count;
  });
}
