import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { EventDetails } from "@/lib/accounts/audit/record-events";
import { type Database, transaction } from "@/lib/server/db";
import type { SendOutcome } from "@/lib/server/mail/send-result";
import { batchObject } from "../../batch-row";
import type { STOP_REASONS } from "../mailing-item";
import { countMails, sealAnswer } from "../mailing-row";
import { giveMailBack } from "../mails-a-day";
import { pauseAway, wasThere } from "./away";

/** A mail that is put off again and again is tried so often. */
const MOST_TRIES = 4;

/** After so many mails in a row of which nobody heard, no further one is risked. */
const MOST_UNKNOWN = 3;

/** A mail that was claimed: by the moment it was, so that who claims it later is told apart. */
type Claimed = { mailingId: string; row: number; at: Date };

/**
 * Writes down what came of a mail. A server that takes nothing is asked again after a pause, a longer one each time, and stops the
 * mailing in the end; the mail waits as before. One of which nothing is heard again and again stops it at once. Who was taken for dead meanwhile, and was not, is still heard.
 */
export async function settleMail(
  { mailingId, row, at }: Claimed,
  outcome: SendOutcome,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Mailing" WHERE id = ${mailingId} FOR UPDATE`;
    const where = { mailingId, row, at, state: { in: ["sending" as const, "unknown" as const] } };
    switch (outcome.kind) {
      case "away": {
        const answer = sealAnswer(mailingId, row, outcome.answer);
        const data = { state: "waiting" as const, at: null, answer };
        const { count } = await tx.mailingRow.updateMany({ where, data });
        if (count > 0) await giveBack(tx, mailingId, at);
        if (!(await pauseAway(tx, mailingId, now))) await stopByItself(tx, mailingId, "server");
        return;
      }
      case "later":
        await wasThere(tx, mailingId);
        await putOff(tx, { mailingId, row, at }, outcome.answer);
        break;
      case "unknown":
        await wasThere(tx, mailingId);
        await tx.mailingRow.updateMany({ where, data: { state: "unknown" } });
        if (await nobodyAnswers(tx, mailingId)) await stopByItself(tx, mailingId, "server");
        break;
      case "sent":
      case "refused": {
        await wasThere(tx, mailingId);
        const answer = sealAnswer(mailingId, row, outcome.answer);
        await tx.mailingRow.updateMany({ where, data: { state: outcome.kind, answer } });
      }
    }
    await endMailing(tx, mailingId, now);
  });
}

/** A mail that was not sent, and may be later, waits once more; after so many times it is refused. */
async function putOff(tx: Database, { mailingId, row, at }: Claimed, answer: string): Promise<void> {
  const state = { in: ["sending" as const, "unknown" as const] };
  const where = { mailingId, row, at, state, tries: { lt: MOST_TRIES - 1 } };
  const sealed = sealAnswer(mailingId, row, answer);
  const { count } = await tx.mailingRow.updateMany({
    where,
    data: { state: "waiting", answer: sealed, tries: { increment: 1 } },
  });
  if (count > 0) return giveBack(tx, mailingId, at);
  await tx.mailingRow.updateMany({
    where: { mailingId, row, at, state },
    data: { state: "refused", answer: sealed },
  });
}

/** A mail that was not sent does not count for the day on which it was claimed. */
async function giveBack(tx: Database, mailingId: string, at: Date): Promise<void> {
  const mailing = await tx.mailing.findUnique({ where: { id: mailingId }, select: { workspaceId: true } });
  if (mailing) await giveMailBack(tx, mailing, at);
}

/** Whether mails wait, and of the latest so many nobody heard what became of them. */
async function nobodyAnswers(tx: Database, mailingId: string): Promise<boolean> {
  const latest = await tx.mailingRow.findMany({
    where: { mailingId, state: { in: ["sent", "refused", "unknown"] }, at: { not: null } },
    orderBy: { at: "desc" },
    take: MOST_UNKNOWN,
    select: { state: true },
  });
  if (latest.length < MOST_UNKNOWN || latest.some(({ state }) => state !== "unknown")) return false;
  return (await tx.mailingRow.count({ where: { mailingId, state: "waiting" }, take: 1 })) > 0;
}

/** Ends a mailing, held by the transaction, of which no mail waits and none is under way. */
export async function endMailing(tx: Database, mailingId: string, now: Date): Promise<void> {
  const left = await tx.mailingRow.findFirst({
    where: { mailingId, state: { in: ["waiting", "sending"] } },
    select: { row: true },
  });
  if (left) return;
  const { count } = await tx.mailing.updateMany({
    where: { id: mailingId, state: { not: "done" } },
    data: { state: "done", stopReason: null, endedAt: now },
  });
  if (count === 0) return;
  const { sent, refused, unknown, skipped } = await countMails(tx, mailingId);
  await recordByItself(tx, mailingId, "batch.mail-end", { sent, refused, unknown, skipped });
}

/** Stops a mailing, held by the transaction, that cannot go on: the day is used, or the mail server takes nothing. */
export async function stopByItself(
  tx: Database,
  mailingId: string,
  reason: (typeof STOP_REASONS)[number],
): Promise<void> {
  const { count } = await tx.mailing.updateMany({
    where: { id: mailingId, state: "sending" },
    data: { state: "stopped", stopReason: reason },
  });
  if (count > 0) await recordByItself(tx, mailingId, "batch.mail-stop", { reason });
}

/** What a mailing does by itself: the log names nobody. */
async function recordByItself(
  tx: Database,
  mailingId: string,
  action: "batch.mail-end" | "batch.mail-stop",
  details: EventDetails,
): Promise<void> {
  const mailing = await tx.mailing.findUnique({
    where: { id: mailingId },
    select: { workspaceId: true, batch: { select: { id: true, name: true, projectId: true } } },
  });
  if (!mailing) return;
  const nobody = {
    workspaceId: mailing.workspaceId,
    userId: "",
    via: { kind: "session", sessionId: "" },
  } as const;
  await recordEvent(tx, nobody, action, batchObject(mailing.batch), details);
}

/**
 * Mails that somebody who is gone was sending: they may have been sent. Whoever works for a mailing says so before anything
 * else, for nobody else does at that time. One that was stopped with its last mail under way ends by that.
 */
export async function markLost(mailingId: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Mailing" WHERE id = ${mailingId} FOR UPDATE`;
    const { count } = await tx.mailingRow.updateMany({
      where: { mailingId, state: "sending" },
      data: { state: "unknown" },
    });
    if (count > 0) await endMailing(tx, mailingId, now);
  });
}
