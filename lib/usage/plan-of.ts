import { env } from "@/lib/server/env";
import { isPlanId, PLANS, type Plan } from "./plans";

/** The plan that a workspace's row names; the usual one where it names none, or none that there is any more. */
export function planOf({ plan }: { plan: string | null }): Plan {
  return PLANS[plan !== null && isPlanId(plan) ? plan : env().DEFAULT_PLAN];
}
