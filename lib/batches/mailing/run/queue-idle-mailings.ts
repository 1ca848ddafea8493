import { db } from "@/lib/server/db";
import { mailingJob, queueMailing } from "../start-mailing";

/**
 * Brings mailings into the line of jobs that send and have nobody who does it, such as after a job that failed for good.
 * Gives how many there were.
 */
export async function queueIdleMailings(now = new Date()): Promise<number> {
  const sending = await db().mailing.findMany({
    where: { state: "sending", batch: { expiresAt: { gt: now } } },
    select: { id: true },
  });
  if (sending.length === 0) return 0;
  const names = sending.map(({ id }) => mailingJob(id));
  const alive = await db().$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs
    WHERE key = ANY(${names}) AND (locked_at IS NOT NULL OR attempts < max_attempts)`;
  const taken = new Set(alive.map(({ key }) => key));
  const idle = sending.filter(({ id }) => !taken.has(mailingJob(id)));
  for (const { id } of idle) await queueMailing(db(), id);
  return idle.length;
}
