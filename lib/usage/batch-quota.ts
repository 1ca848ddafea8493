import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/server/db";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import { countBatches } from "./count-batches";
import { monthOf, monthStart } from "./months";
import { planOf } from "./plan-of";
import { figure } from "./usage-words";

/**
 * Counts a batch that is started, in the transaction that starts it. @throws AppError `conflict` where the plan has none
 * left this month
 */
export async function takeBatch(
  tx: Database,
  { workspaceId }: Pick<Scope, "workspaceId">,
  projectId: string,
  now: Date,
): Promise<void> {
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { plan: true },
  });
  const { id, name, limits } = planOf(workspace);
  const limit = limits.batches;
  if (limit !== null) {
    await lockWorkspace(tx, workspaceId);
    const month = await tx.usageMonth.findFirst({
      where: { workspaceId, month: monthStart(monthOf(now)) },
      select: { batches: true },
    });
    const used = Number(month?.batches ?? 0);
    if (used >= limit) {
      throw new AppError(
        "conflict",
        `The plan ${name} includes ${figure("batches", limit)} batches a month, and all are started. Wait for the next month, or ask whoever runs this service for a larger plan.`,
        { details: { metric: "batches", plan: id, limit, used } },
      );
    }
  }
  await countBatches(tx, { workspaceId, projectId, rendered: 0, batches: 1 }, now);
}
