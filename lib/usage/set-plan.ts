import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { isPlanId, PLAN_IDS, PLANS } from "./plans";

/**
 * Gives a workspace a plan; null: the one that the settings give everybody. For the operator's command only: no route
 * and no operation leads here. Gives a sentence for whoever ran it.
 */
export async function setPlan(slug: string, plan: string): Promise<string> {
  if (plan !== "default" && !isPlanId(plan)) {
    throw new AppError(
      "invalid",
      `Expected a plan: ${PLAN_IDS.join(", ")}, or default; got ${JSON.stringify(plan)}.`,
    );
  }
  const { count } = await db().workspace.updateMany({
    where: { slug },
    data: { plan: plan === "default" ? null : plan },
  });
  if (count === 0) {
    throw new AppError(
      "not_found",
      `There is no workspace ${JSON.stringify(slug)}. Its name is what stands first in the addresses of its pages.`,
    );
  }
  const name = isPlanId(plan) ? `the plan ${PLANS[plan].name}` : "the plan of DEFAULT_PLAN";
  return `The workspace ${slug} has ${name} now.`;
}
