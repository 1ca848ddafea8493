import { deleteOldEvents } from "@/lib/accounts/audit/delete-old-events";
import { deleteOldInvitations } from "@/lib/accounts/invitations/delete-old-invitations";
import { deleteOldBatches } from "@/lib/batches/delete-batches";
import { deleteLostFiles } from "@/lib/batches/delete-lost-files";
import { deleteOldMailDays } from "@/lib/batches/mailing/mails-a-day";
import { deleteUnissued } from "@/lib/certificates/delete-unissued";
import { deleteOldAnswers } from "@/lib/sources/http/delete-old-answers";
import { deleteOldFillings } from "@/lib/sources/tables/delete-old-fillings";
import { deleteOldFlushes } from "@/lib/usage/delete-old-flushes";
import { deleteOldDeliveries } from "@/lib/webhooks/delete-old-deliveries";
import { deleteOldReplies } from "./api/idempotency";
import { isDatabaseAway } from "./database-away";
import { deleteOldImages } from "./images/delete-old-images";
import { giveUpForgotten } from "./images/finish-image";
import { deleteIdleQueues } from "./jobs/delete-idle-queues";
import { deleteOldJobs } from "./jobs/delete-old-jobs";
import { deleteOldFirstOpens } from "./links/delete-old-first-opens";
import { log } from "./log";

const DAY_MS = 24 * 60 * 60_000;

/** What keeps the promises of how long things are kept. Each may run on several processes at once. */
const WORK: Readonly<Record<string, (now: Date) => Promise<number>>> = {
  "old events": deleteOldEvents,
  "old invitations": deleteOldInvitations,
  "old replies": deleteOldReplies,
  "old batches of counts": deleteOldFlushes,
  "old deliveries": deleteOldDeliveries,
  "old pictures": deleteOldImages,
  "old batches": deleteOldBatches,
  "files of batches that are gone": deleteLostFiles,
  "counts of mails of days that are over": deleteOldMailDays,
  "forgotten pictures": giveUpForgotten,
  "old rows of tables": deleteOldFillings,
  "old answers of live sources": deleteOldAnswers,
  "old first opens": deleteOldFirstOpens,
  "old jobs": deleteOldJobs,
  "idle queues": deleteIdleQueues,
  "certificates of no picture": deleteUnissued,
};

/** Does everything that is due now; what fails is logged, and done the next day. */
export async function runDailyWork(now: Date): Promise<void> {
  for (const [name, work] of Object.entries(WORK)) {
    try {
      const deleted = await work(now);
      if (deleted > 0) log().info({ deleted }, `deleted ${name}`);
    } catch (error) {
      if (isDatabaseAway(error)) {
        log().warn({}, `the database did not answer: ${name} are deleted another day`);
        continue;
      }
      log().error({ err: error }, `deleting ${name} failed`);
    }
  }
}

/** Does the daily work now and every day from now on, until it is stopped. */
export function startDailyWork(now: () => Date = () => new Date()): { stop: () => void } {
  void runDailyWork(now());
  const timer = setInterval(() => void runDailyWork(now()), DAY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
