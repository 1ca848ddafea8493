import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import { batchObject } from "../batch-row";
import type { Letter } from "./letter";
import { checkedLetter, confirmedAddress, fieldsOf, HEAVIEST_FILE, mailableBatch } from "./mailable";
import type { MailingItem } from "./mailing-item";
import { latestMailing, sealLetter } from "./mailing-row";
import { dayIsUsed, mailsLeft } from "./mails-a-day";
import { eachPlanned } from "./plan-mailing";

/** Rows that are written in one go. */
const STEP = 5_000;

/** A list of a hundred thousand rows takes some seconds to be written, ms. */
const TIMEOUT_MS = 60_000;

/**
 * Begins to mail every result of a batch that has ended to the address in its row. @throws AppError `conflict` while a
 * mailing of the batch goes on, where nobody has an address, a file is too heavy, or nothing may be sent any more today;
 * `forbidden` to whoever has not confirmed their own address; `invalid` for a letter that does not fit the batch
 */
export async function startMailing(
  scope: Scope,
  batchId: string,
  given: Letter,
  now = new Date(),
): Promise<MailingItem> {
  const results = await mailableBatch(scope, batchId, now);
  await confirmedAddress(scope);
  const letter = checkedLetter(given, results, await fieldsOf(results));
  const planned: { row: number; state: "waiting" | "skipped" }[] = [];
  let tooHeavy = 0;
  for await (const { row, hasAddress, bytes } of eachPlanned(results, letter.column)) {
    planned.push({ row, state: hasAddress ? "waiting" : "skipped" });
    if (hasAddress && bytes > HEAVIEST_FILE) tooHeavy += 1;
  }
  const mails = planned.filter(({ state }) => state === "waiting").length;
  if (mails === 0) {
    throw new AppError("conflict", "No row has a good e-mail address in this column. Choose another one.", {
      path: "/column",
    });
  }
  if (letter.deliver === "file" && tooHeavy > 0) {
    throw new AppError(
      "conflict",
      `${tooHeavy.toLocaleString("en-GB")} of the files weigh more than 10 MB, which many mail servers do not take. Send where the files are instead.`,
      { path: "/deliver" },
    );
  }
  const { workspaceId, userId } = scope;
  await transaction(
    async (tx) => {
      await refuseWhileSending(tx, scope, batchId);
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
      for (let from = 0; from < planned.length; from += STEP) {
        const data = planned
          .slice(from, from + STEP)
          .map((each) => ({ ...each, mailingId: id, workspaceId }));
        await tx.mailingRow.createMany({ data });
      }
      await queueMailing(tx, id);
      await recordEvent(tx, scope, "batch.mail", batchObject(results.item), { mails });
    },
    { timeout: TIMEOUT_MS },
  );
  const made = await latestMailing(scope, batchId);
  if (!made) throw new Error("the mailing is not there although it was begun");
  return made;
}

/** Holds the batch, so that of two who begin at the same moment the second is refused. */
async function refuseWhileSending(tx: Database, { workspaceId }: Scope, batchId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Batch" WHERE id = ${batchId} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
  const sending = await tx.mailing.findFirst({
    where: { workspaceId, batchId, state: "sending" },
    select: { id: true },
  });
  if (sending)
    throw new AppError("conflict", "Results of this batch are being mailed already. Stop that first.");
}

/** Brings a mailing into the line of jobs. In a queue of its own: one worker sends its mails at a time. */
export async function queueMailing(tx: Database, id: string, runAt?: Date): Promise<void> {
  const name = `mailing ${id}`;
  await addJob(tx, "send_mailing", { mailingId: id }, { name, queue: name, ...(runAt && { runAt }) });
}
