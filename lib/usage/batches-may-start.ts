import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { monthOf, monthStart } from "./months";
import { planOf } from "./plan-of";
import { MONTHLY } from "./plans";
import { figure, METRIC_WORDS, monthName } from "./usage-words";

/** Whether a batch may begin; where not, a sentence that says why and what to do. */
export type MayStart = { may: true } | { may: false; sentence: string };

/**
 * Whether new batches may begin in this workspace. They wait when something that its plan counts by the month is used
 * up; links never do.
 */
export async function batchesMayStart(
  { workspaceId }: Pick<Scope, "workspaceId">,
  now = new Date(),
): Promise<MayStart> {
  const { plan, usageMonths } = await db().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { plan: true, usageMonths: { where: { month: monthStart(monthOf(now)) } } },
  });
  const { name, limits } = planOf({ plan });
  const [month] = usageMonths;
  for (const metric of MONTHLY) {
    const limit = limits[metric];
    const used = Number(month?.[metric] ?? 0);
    if (limit === null || used < limit) continue;
    const what = METRIC_WORDS[metric].label.toLowerCase();
    const sentence = `The plan ${name} includes ${figure(metric, limit)} ${what} a month, and ${figure(metric, used)} are used in ${monthName(now)}. The batch begins with the next month, or when whoever runs this service gives the workspace a larger plan.`;
    return { may: false, sentence };
  }
  return { may: true };
}
