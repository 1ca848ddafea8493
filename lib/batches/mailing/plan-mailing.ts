import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { isMade } from "../outcomes";
import { eachResult, type ResultsOf } from "../results/each-result";
import { addressOf } from "./address-of";
import { HEAVIEST_FILE, mailableBatch } from "./mailable";
import type { MailingPlan } from "./mailing-item";
import { mailsLeft } from "./mails-a-day";

/** A row that has a file, and whether there is an address to send it to. */
export type PlannedMail = { row: number; hasAddress: boolean; bytes: number };

/** Every row of a batch that has a file, by the column with the addresses. */
export async function* eachPlanned(
  { item, workspaceId }: Pick<ResultsOf, "item" | "workspaceId">,
  column: number,
): AsyncGenerator<PlannedMail> {
  for await (const { row, cells, outcome, leftOut } of eachResult({ item, workspaceId })) {
    if (leftOut || !isMade(outcome)) continue;
    yield { row, hasAddress: addressOf(cells, column, item) !== null, bytes: outcome.b };
  }
}

/** What would become of a batch's rows, were its results mailed to the addresses of a column; stops by `signal`. */
export async function planMailing(
  scope: Scope,
  id: string,
  { column, signal }: { column: number; signal?: AbortSignal },
  now = new Date(),
): Promise<MailingPlan> {
  const results = await mailableBatch(scope, id, now);
  const plan = { mails: 0, skipped: 0, bytes: 0, tooHeavy: 0 };
  for await (const { hasAddress, bytes } of eachPlanned(results, column)) {
    signal?.throwIfAborted();
    if (!hasAddress) {
      plan.skipped += 1;
      continue;
    }
    plan.mails += 1;
    plan.bytes += bytes;
    if (bytes > HEAVIEST_FILE) plan.tooHeavy += 1;
  }
  const leftToday = await mailsLeft(db(), scope, now);
  return { ...plan, leftToday, perDay: env().MAIL_PER_DAY, perMinute: env().MAIL_PER_MINUTE };
}
