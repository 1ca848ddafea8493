import type { Database } from "@/lib/server/db";

const MINUTE_MS = 60_000;

/** How long a mailing waits, ms, before the mail server that was away is asked again; after the last it stops. */
export const AWAY_PAUSES_MS: readonly number[] = [MINUTE_MS, 4 * MINUTE_MS, 15 * MINUTE_MS, 45 * MINUTE_MS];

/** Of a mailing whose server is there, or that a person began anew. */
export const THERE = { awayTries: 0, awayUntil: null } as const;

/** Lets a mailing, held by the transaction, pause before the server is asked again. false: it was asked often enough. */
export async function pauseAway(tx: Database, mailingId: string, now: Date): Promise<boolean> {
  const mailing = await tx.mailing.findUnique({ where: { id: mailingId }, select: { awayTries: true } });
  const tries = mailing?.awayTries ?? 0;
  const pause = AWAY_PAUSES_MS[tries];
  if (pause === undefined) return false;
  const awayUntil = new Date(now.getTime() + pause);
  await tx.mailing.update({ where: { id: mailingId }, data: { awayTries: tries + 1, awayUntil } });
  return true;
}

/** Says that the server spoke to us: the next time it is away is the first one again. */
export async function wasThere(tx: Database, mailingId: string): Promise<void> {
  await tx.mailing.updateMany({ where: { id: mailingId, awayTries: { gt: 0 } }, data: THERE });
}
