import { type Database, transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { takeMail } from "../mails-a-day";
import { endMailing, stopByItself } from "./settle-mail";

/** What is to be done next for a mailing. `over`: nothing, it ended, was stopped, or is gone. */
export type Claim =
  | { kind: "over" }
  /** Nothing before then: mails of all batches go out at one pace. */
  | { kind: "wait"; until: Date }
  /** This row's mail is next: it is claimed once it is written. */
  | { kind: "next"; row: number }
  /** This row's mail, which nobody else sends from now on. */
  | { kind: "mail"; row: number; at: Date };

const OVER: Claim = { kind: "over" };

/** A mail that was put off is asked for again after so long, ms: many servers let nobody in who comes back sooner. */
export const PUT_OFF_MS = 10 * 60_000;

/**
 * Claims the next mail of a mailing, if it is the one that is `written` already: so nothing but sending happens to a mail that
 * is claimed. That is before any mail server hears of it: whoever dies from here on has perhaps sent it, and
 * nobody sends it again by themselves. The pace and what a workspace may send in a day are kept here, whichever process asks.
 */
export async function claimMail(mailingId: string, written: number | null, now: Date): Promise<Claim> {
  return transaction(async (tx) => {
    const [mailing] = await tx.$queryRaw<
      { workspaceId: string; state: string; awayUntil: Date | null; expiresAt: Date }[]
    >`
      SELECT m."workspaceId", m.state::text, m."awayUntil", b."expiresAt" FROM "Mailing" m JOIN "Batch" b ON b.id = m."batchId"
      WHERE m.id = ${mailingId} FOR UPDATE OF m`;
    if (mailing?.state !== "sending" || mailing.expiresAt <= now) return OVER;
    if (mailing.awayUntil && mailing.awayUntil > now) return { kind: "wait", until: mailing.awayUntil };
    const next = await nextRow(tx, mailingId);
    if (!next) {
      await endMailing(tx, mailingId, now);
      return OVER;
    }
    const soonest = next.at && new Date(next.at.getTime() + PUT_OFF_MS);
    if (soonest && soonest > now) return { kind: "wait", until: soonest };
    if (next.row !== written) return { kind: "next", row: next.row };
    const until = await takeTurn(tx, now);
    if (until) return { kind: "wait", until };
    if (!(await takeMail(tx, mailing, now))) {
      await stopByItself(tx, mailingId, "day");
      return OVER;
    }
    await tx.mailingRow.update({
      where: { mailingId_row: { mailingId, row: next.row } },
      data: { state: "sending", at: now, answer: null },
    });
    return { kind: "mail", row: next.row, at: now };
  });
}

/** The first row whose mail waits; those that were put off come after all others, the oldest first. */
async function nextRow(tx: Database, mailingId: string): Promise<{ row: number; at: Date | null } | null> {
  const waits = { mailingId, state: "waiting" } as const;
  const select = { row: true, at: true };
  return (
    (await tx.mailingRow.findFirst({ where: { ...waits, at: null }, orderBy: { row: "asc" }, select })) ??
    (await tx.mailingRow.findFirst({ where: waits, orderBy: { at: "asc" }, select }))
  );
}

/** Takes the next turn of the whole installation, where it has come; else when it will. */
async function takeTurn(tx: Database, now: Date): Promise<Date | null> {
  const everyMs = Math.ceil(60_000 / env().MAIL_PER_MINUTE);
  await tx.mailPace.createMany({ data: { id: 1, nextAt: now }, skipDuplicates: true });
  const [pace] = await tx.$queryRaw<
    { nextAt: Date }[]
  >`SELECT "nextAt" FROM "MailPace" WHERE id = 1 FOR UPDATE`;
  const latest = new Date(now.getTime() + everyMs);
  // A clock that was wrong by an hour must not stop everything for one.
  if (pace && pace.nextAt > now && pace.nextAt <= latest) return pace.nextAt;
  await tx.mailPace.update({ where: { id: 1 }, data: { nextAt: latest } });
  return null;
}
