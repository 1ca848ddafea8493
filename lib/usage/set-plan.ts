import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { planOf } from "./plan-of";
import { isPlanId, PLAN_IDS } from "./plans";
import { recordByNobody } from "./record-by-nobody";

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
  const data = { plan: plan === "default" ? null : plan };
  return transaction(async (tx) => {
    const before = await tx.workspace.findUnique({ where: { slug }, select: { id: true, plan: true } });
    if (!before) {
      throw new AppError(
        "not_found",
        `There is no workspace ${JSON.stringify(slug)}. Its name is what stands first in the addresses of its pages.`,
      );
    }
    await tx.workspace.update({ where: { id: before.id }, data, select: { id: true } });
    const [from, to] = [planOf(before).name, planOf(data).name];
    if (from !== to) await recordByNobody(tx, before.id, "plan.change", { from, to });
    return `The workspace ${slug} has the plan ${to} now.`;
  });
}
