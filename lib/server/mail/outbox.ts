import { newId } from "@/lib/accounts/ids";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";

/** Only so many mails are kept, and only for so long: they carry what lets one into an account. */
export const OUTBOX_MOST = 200;
export const OUTBOX_MS = 7 * 24 * 60 * 60_000;

export type OutboxMail = { id: string; to: string; subject: string; text: string; html: string | null };
export type OutboxEntry = { id: string; to: string; subject: string; createdAt: Date };

/** Keeps a mail that no server takes, and says in the log where it can be read; of the mail itself nothing. */
export async function keepInOutbox(mail: Omit<OutboxMail, "id">, now = new Date()): Promise<string> {
  const id = newId("mal");
  await db().outboxMail.create({ data: { ...mail, id, createdAt: now }, select: { id: true } });
  await sweepOutbox(now);
  log().info({ outbox: `http://localhost:${env().PORT}/outbox/${id}` }, "a mail waits in the outbox");
  return id;
}

async function sweepOutbox(now: Date): Promise<void> {
  const beyond = await db().outboxMail.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: OUTBOX_MOST,
    select: { id: true },
  });
  await db().outboxMail.deleteMany({
    where: { OR: [{ id: { in: beyond.map(({ id }) => id) } }, { createdAt: { lte: oldest(now) } }] },
  });
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - OUTBOX_MS);
}

/** The kept mails, the newest first. */
export async function listOutbox(now = new Date()): Promise<OutboxEntry[]> {
  return db().outboxMail.findMany({
    where: { createdAt: { gt: oldest(now) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: OUTBOX_MOST,
    select: { id: true, to: true, subject: true, createdAt: true },
  });
}

/** One kept mail; null when it is not there, or no longer. */
export async function findOutboxMail(id: string, now = new Date()): Promise<OutboxMail | null> {
  return db().outboxMail.findFirst({
    where: { id, createdAt: { gt: oldest(now) } },
    select: { id: true, to: true, subject: true, text: true, html: true },
  });
}
