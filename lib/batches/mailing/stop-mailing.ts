import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { batchObject } from "../batch-row";
import { loadBatch } from "../load-batches";
import { confirmedAddress, mailableBatch } from "./mailable";
import type { MailingItem } from "./mailing-item";
import { countMails, latestMailing } from "./mailing-row";
import { addRows, lateRows } from "./mailing-rows";
import { dayIsUsed, mailsLeft } from "./mails-a-day";
import { THERE } from "./run/away";
import { LONG, queueMailing } from "./start-mailing";

/** Stops before the next mail; one that the mail server is being given at this moment still goes out. */
export async function stopMailing(scope: Scope, batchId: string, now = new Date()): Promise<MailingItem> {
  const batch = await loadBatch(scope, batchId, now);
  await transaction(async (tx) => {
    const { id, state } = await held(tx, scope, batchId);
    if (state !== "sending") throw new AppError("conflict", "Nothing is being mailed at the moment.");
    await tx.mailing.update({ where: { id }, data: { state: "stopped", stopReason: null, ...THERE } });
    await recordEvent(tx, scope, "batch.mail-stop", batchObject(batch), {
      left: (await countMails(tx, id)).waiting,
    });
  });
  return latest(scope, batchId);
}

/** Rows whose mails are sent once more because a person wants it: those that may have been sent, and those that were refused. */
export const restInput = z.strictObject({
  again: z
    .array(z.enum(["unknown", "refused"]))
    .max(2)
    .default([]),
});

/**
 * Sends what is left of the latest mailing of a batch, and what is asked for again. Rows that got their file only after it was
 * begun join it.
 */
export async function sendRest(
  scope: Scope,
  batchId: string,
  { again }: z.infer<typeof restInput>,
  now = new Date(),
): Promise<MailingItem> {
  const results = await mailableBatch(scope, batchId, now);
  const { item } = results;
  await confirmedAddress(scope);
  const late = await lateRows(scope, results);
  await transaction(async (tx) => {
    const { id, state } = await held(tx, scope, batchId);
    if (state === "sending") throw new AppError("conflict", "The rest is being mailed already.");
    if ((await mailsLeft(tx, scope, now)) === 0) throw dayIsUsed();
    if (again.length > 0) {
      await tx.mailingRow.updateMany({
        where: { mailingId: id, state: { in: again } },
        data: { state: "waiting", answer: null, at: null, tries: 0 },
      });
    }
    if (late.mailingId === id) await addRows(tx, scope, id, late.rows);
    const { waiting } = await countMails(tx, id);
    if (waiting === 0) {
      // Rows without an address join it as skipped: they are no longer asked about.
      if (late.mailingId === id && late.rows.length > 0) return;
      throw new AppError("conflict", "Nothing is left to mail.");
    }
    const goesOn = { state: "sending", stopReason: null, endedAt: null, ...THERE } as const;
    await tx.mailing.update({ where: { id }, data: goesOn });
    await queueMailing(tx, id);
    await recordEvent(tx, scope, "batch.mail", batchObject(item), { mails: waiting });
  }, LONG);
  return latest(scope, batchId);
}

/** The latest mailing of a batch, held until the transaction ends: the batch first, as whoever starts one does. */
async function held(tx: Database, { workspaceId }: Scope, batchId: string) {
  await tx.$queryRaw`
    SELECT id FROM "Batch" WHERE id = ${batchId} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
  const [mailing] = await tx.$queryRaw<{ id: string; state: MailingItem["state"] }[]>`
    SELECT id, state::text FROM "Mailing"
    WHERE "workspaceId" = ${workspaceId} AND "batchId" = ${batchId}
    ORDER BY "createdAt" DESC LIMIT 1 FOR UPDATE`;
  if (!mailing) throw new AppError("not_found", "Nothing of this batch was ever mailed.");
  return mailing;
}

async function latest(scope: Scope, batchId: string): Promise<MailingItem> {
  const mailing = await latestMailing(scope, batchId);
  if (!mailing) throw new AppError("not_found", "Nothing of this batch was ever mailed.");
  return mailing;
}
