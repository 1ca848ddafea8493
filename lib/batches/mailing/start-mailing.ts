import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import { batchObject } from "../batch-row";
import { letter as letterShape } from "./letter";
import { checkedLetter, confirmedAddress, fieldsOf, HEAVIEST_FILE, mailableBatch } from "./mailable";
import type { MailingItem } from "./mailing-item";
import { countMails, latestMailing, sealLetter } from "./mailing-row";
import { addRows, type NewRow, newRow, refuseTooHeavy } from "./mailing-rows";
import { dayIsUsed, mailsLeft } from "./mails-a-day";
import { eachPlanned } from "./plan-mailing";

/** A list of a hundred thousand rows takes some seconds to be written. */
export const LONG = { timeout: 60_000 };

/** A letter, and the latest mailing of its batch that whoever sends it knows of; null: they know of none. */
export const mailingStart = letterShape.extend({ seen: z.string().max(60).nullable() });
export type MailingStart = z.infer<typeof mailingStart>;

/**
 * Begins to mail every result of a batch that has ended to the address in its row. @throws AppError `conflict` while a
 * mailing of the batch goes on or is unknown to whoever starts, where nobody has an address, a file is too heavy, or nothing may be sent any more today;
 * `forbidden` to whoever has not confirmed their own address; `invalid` for a letter that does not fit the batch
 */
export async function startMailing(
  scope: Scope,
  batchId: string,
  { seen, ...given }: MailingStart,
  now = new Date(),
): Promise<MailingItem> {
  const results = await mailableBatch(scope, batchId, now);
  await confirmedAddress(scope);
  const letter = checkedLetter(given, results, await fieldsOf(results));
  const planned: NewRow[] = [];
  let tooHeavy = 0;
  for await (const each of eachPlanned(results, letter.column)) {
    planned.push(newRow(each));
    if (each.hasAddress && each.bytes > HEAVIEST_FILE) tooHeavy += 1;
  }
  const mails = planned.filter(({ state }) => state === "waiting").length;
  if (mails === 0) {
    throw new AppError("conflict", "No row has a good e-mail address in this column. Choose another one.", {
      path: "/column",
    });
  }
  refuseTooHeavy(letter.deliver, tooHeavy);
  const { workspaceId, userId } = scope;
  await transaction(async (tx) => {
    await refuseUnseen(tx, scope, batchId, seen);
    if ((await mailsLeft(tx, scope, now)) === 0) throw dayIsUsed();
    const id = newId("mlg");
    await tx.mailing.create({
      data: {
        id,
        workspaceId,
        batchId,
        letter: sealLetter(id, letter),
        createdById: userId,
        createdAt: now,
      },
    });
    await addRows(tx, scope, id, planned);
    await queueMailing(tx, id);
    await recordEvent(tx, scope, "batch.mail", batchObject(results.item), { mails });
  }, LONG);
  const made = await latestMailing(scope, batchId);
  if (!made) throw new Error("the mailing is not there although it was begun");
  return made;
}

/**
 * Holds the batch, so that of two who begin at the same moment the second is refused. So is whoever does not know of the
 * latest mailing: everybody would get a second mail that nobody meant.
 */
async function refuseUnseen(
  tx: Database,
  { workspaceId }: Scope,
  batchId: string,
  seen: string | null,
): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Batch" WHERE id = ${batchId} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
  const latest = await tx.mailing.findFirst({
    where: { workspaceId, batchId },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true },
  });
  if (latest?.state === "sending") {
    throw new AppError("conflict", "Results of this batch are being mailed already. Stop that first.");
  }
  if (!latest || latest.id === seen) return;
  const { sent } = await countMails(tx, latest.id);
  throw new AppError(
    "conflict",
    `A mailing of this batch was begun meanwhile (${sent.toLocaleString("en-GB")} sent). Look at it before you send another.`,
  );
}

/** What the job of a mailing is called. */
export function mailingJob(id: string): string {
  return `mailing ${id}`;
}

/** Brings a mailing into the line of jobs. In a queue of its own: one worker sends its mails at a time. */
export async function queueMailing(tx: Database, id: string, runAt?: Date): Promise<void> {
  const name = mailingJob(id);
  await addJob(tx, "send_mailing", { mailingId: id }, { name, queue: name, ...(runAt && { runAt }) });
}
