import { allowed } from "@/lib/accounts/permissions";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { monthOf, monthStart } from "./months";
import { planOf } from "./plan-of";
import { MONTHLY, type MonthlyMetric, thresholdReached } from "./plans";

/** A quota of this month that is nearly or wholly used. */
export type QuotaWarning = {
  metric: MonthlyMetric;
  threshold: number;
  used: number;
  limit: number;
  plan: string;
};

/** What owners and admins are to be warned of on every page: the quota of this month that is used furthest. */
export async function loadWarning(scope: Scope, now = new Date()): Promise<QuotaWarning | null> {
  if (!allowed(scope.role, "workspace.edit")) return null;
  const { plan, usageMonths } = await db().workspace.findUniqueOrThrow({
    where: { id: scope.workspaceId },
    select: { plan: true, usageMonths: { where: { month: monthStart(monthOf(now)) } } },
  });
  const { name, limits } = planOf({ plan });
  const warnings = MONTHLY.flatMap((metric): QuotaWarning[] => {
    const limit = limits[metric];
    const used = Number(usageMonths[0]?.[metric] ?? 0);
    const threshold = thresholdReached(used, limit);
    return limit === null || threshold === null ? [] : [{ metric, threshold, used, limit, plan: name }];
  });
  return warnings.sort((one, other) => other.used / other.limit - one.used / one.limit)[0] ?? null;
}
