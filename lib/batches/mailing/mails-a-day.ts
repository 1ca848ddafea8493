import { AppError } from "@/lib/errors";
import { type Database, db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

type Place = { workspaceId: string };

/** The day, in UTC, that a mail counts for. */
function dayOf(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}

/** Mails of results that a workspace may still send today. */
export async function mailsLeft(tx: Database, { workspaceId }: Place, now: Date): Promise<number> {
  const used = await tx.mailDay.findUnique({
    where: { workspaceId_day: { workspaceId, day: dayOf(now) } },
    select: { mails: true },
  });
  return Math.max(0, env().MAIL_PER_DAY - (used?.mails ?? 0));
}

/** Counts one more mail of today. false: the workspace has sent all it may, and nothing was counted. */
export async function takeMail(tx: Database, { workspaceId }: Place, now: Date): Promise<boolean> {
  const day = dayOf(now);
  await tx.mailDay.createMany({ data: { workspaceId, day, mails: 0 }, skipDuplicates: true });
  const { count } = await tx.mailDay.updateMany({
    where: { workspaceId, day, mails: { lt: env().MAIL_PER_DAY } },
    data: { mails: { increment: 1 } },
  });
  return count === 1;
}

/** Counts one mail less of the day of a moment: one that was claimed then and was not sent for sure. */
export async function giveMailBack(tx: Database, { workspaceId }: Place, at: Date): Promise<void> {
  await tx.mailDay.updateMany({
    where: { workspaceId, day: dayOf(at), mails: { gt: 0 } },
    data: { mails: { decrement: 1 } },
  });
}

/** Deletes the counts of days that are long over. Gives how many. */
export async function deleteOldMailDays(now: Date): Promise<number> {
  const { count } = await db().mailDay.deleteMany({
    where: { day: { lt: new Date(now.getTime() - 7 * 24 * 60 * 60_000) } },
  });
  return count;
}

export function dayIsUsed(): AppError {
  if (env().MAIL_PER_DAY === 0) {
    return new AppError(
      "conflict",
      "No mails of results are sent here: MAIL_PER_DAY is 0. Ask whoever runs this installation to raise it.",
      { details: { limit: 0 } },
    );
  }
  const most = env().MAIL_PER_DAY.toLocaleString("en-GB");
  return new AppError(
    "conflict",
    `A workspace may send ${most} mails of results a day here, and all of today’s are sent. Go on tomorrow (UTC), or ask whoever runs this installation to raise MAIL_PER_DAY.`,
    { details: { limit: env().MAIL_PER_DAY } },
  );
}
