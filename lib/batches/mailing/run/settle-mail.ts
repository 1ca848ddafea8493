import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { EventDetails } from "@/lib/accounts/audit/record-events";
import { type Database, transaction } from "@/lib/server/db";
import type { SendOutcome } from "@/lib/server/mail/send-result";
import { batchObject } from "../../batch-row";
import type { STOP_REASONS } from "../mailing-item";
import { countMails, sealAnswer } from "../mailing-row";

/** A mail that was claimed: by the moment it was, so that who claims it later is told apart. */
type Claimed = { mailingId: string; row: number; at: Date };

/**
 * Writes down what came of a mail. A server that takes nothing stops the mailing, and the mail waits as before. Who was taken
 * for dead meanwhile, and was not, is still heard.
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
      case "away":
        await tx.mailingRow.updateMany({ where, data: { state: "waiting", at: null } });
        await stopByItself(tx, mailingId, "server");
        return;
      case "unknown":
        await tx.mailingRow.updateMany({ where, data: { state: "unknown" } });
        break;
      case "sent":
      case "refused": {
        const answer = sealAnswer(mailingId, row, outcome.answer);
        await tx.mailingRow.updateMany({ where, data: { state: outcome.kind, answer } });
      }
    }
    await endMailing(tx, mailingId, now);
  });
}

/** Ends a mailing, held by the transaction, of which no mail waits and none is under way. */
export async function endMailing(tx: Database, mailingId: string, now: Date): Promise<void> {
  const counts = await countMails(tx, mailingId);
  if (counts.waiting + counts.sending > 0) return;
  const { count } = await tx.mailing.updateMany({
    where: { id: mailingId, state: { not: "done" } },
    data: { state: "done", stopReason: null, endedAt: now },
  });
  if (count === 0) return;
  const { sent, refused, unknown, skipped } = counts;
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
 * else, for nobody else does at that time.
 */
export async function markLost(mailingId: string): Promise<void> {
  await transaction((tx) =>
    tx.mailingRow.updateMany({ where: { mailingId, state: "sending" }, data: { state: "unknown" } }),
  );
}
