import type { Database } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import { emitWebhookEvent } from "@/lib/webhooks/emit-webhook-event";
import { monthStart } from "./months";
import { planOf } from "./plan-of";
import { type Metric, THRESHOLDS } from "./plans";
import { recordByNobody } from "./record-by-nobody";

/** How much of a metric a workspace has used in a month. */
export type MonthTotal = {
  workspaceId: string;
  /** What its row says of its plan. */
  plan: string | null;
  /** Such as 2026-11. */
  month: string;
  metric: Metric;
  used: number;
};

/** That so much of a quota is used. */
export type Crossing = {
  workspaceId: string;
  month: string;
  metric: Metric;
  /** Per cent. */
  threshold: number;
  used: number;
  limit: number;
  plan: string;
};

/**
 * Finds what quotas are reached now and were not before, each once for a plan: of any number who find the same, one gets
 * to say so. Writes it down in the transaction that reached it, and the mails as jobs with it. Gives what was new.
 */
export async function quotaReached(
  tx: Database,
  totals: readonly MonthTotal[],
  now: Date,
): Promise<Crossing[]> {
  const reached = totals.flatMap(crossingsOf);
  if (reached.length === 0) return [];
  const rows = await tx.quotaNotice.createManyAndReturn({
    data: reached.map(({ month, used, limit, ...of }) => ({
      ...of,
      month: monthStart(month),
      used: BigInt(used),
      limit: BigInt(limit),
      at: now,
    })),
    skipDuplicates: true,
    select: { workspaceId: true, metric: true, month: true, threshold: true, plan: true },
  });
  const isNew = ({ workspaceId, metric, month, threshold, plan }: Crossing) =>
    rows.some(
      (row) =>
        row.workspaceId === workspaceId &&
        row.metric === metric &&
        row.threshold === threshold &&
        row.plan === plan &&
        row.month.getTime() === monthStart(month).getTime(),
    );
  const found = reached.filter(isNew);
  for (const crossing of found) await writeDown(tx, crossing, now);
  // Where both thresholds were passed at once, the higher one is told.
  const isHighest = (one: Crossing) =>
    !found.some(
      (other) =>
        other.workspaceId === one.workspaceId &&
        other.metric === one.metric &&
        other.month === one.month &&
        other.threshold > one.threshold,
    );
  for (const crossing of found.filter(isHighest)) await addMails(tx, crossing);
  return found;
}

function crossingsOf({ plan, used, metric, ...of }: MonthTotal): Crossing[] {
  const { id, limits } = planOf({ plan });
  const limit = limits[metric];
  if (limit === null) return [];
  return THRESHOLDS.filter((threshold) => used * 100 >= limit * threshold).map((threshold) => ({
    ...{ ...of, metric, threshold, used, limit, plan: id },
  }));
}

async function writeDown(tx: Database, crossing: Crossing, now: Date): Promise<void> {
  const { workspaceId, metric, threshold, used, limit, month, plan } = crossing;
  await recordByNobody(tx, workspaceId, "quota.reached", { metric, threshold, used, limit, month, plan });
  const data = { metric, period: month, limit, used, threshold };
  await emitWebhookEvent(tx, workspaceId, { type: "quota.reached", data }, now);
}

/** A mail for each owner and admin, as a job of its own. */
async function addMails(
  tx: Database,
  { workspaceId, metric, month, threshold, plan }: Crossing,
): Promise<void> {
  const members = await tx.member.findMany({
    where: { workspaceId, role: { in: ["owner", "admin"] } },
    select: { userId: true },
  });
  for (const { userId } of members) {
    await addJob(tx, "mail_quota", { workspaceId, metric, month, threshold, plan, userId });
  }
}
