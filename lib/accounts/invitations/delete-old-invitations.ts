import { db } from "@/lib/server/db";

const DAY_MS = 24 * 60 * 60_000;

/** How long after its end an invitation is kept: the address in it is somebody's who may never have come. */
const KEPT_MS = 30 * DAY_MS;

/** Deletes invitations, used or not, that ended a while ago. Gives how many. */
export async function deleteOldInvitations(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - KEPT_MS);
  return (await db().invitation.deleteMany({ where: { expiresAt: { lt: oldest } } })).count;
}
