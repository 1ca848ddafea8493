import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/server/db";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import { monthOf } from "./months";
import { planOf } from "./plan-of";
import { quotaReached } from "./quota-reached";

type Where = Pick<Scope, "workspaceId">;

/** Who is in, and for whom a place is held. */
export async function membersUsed(
  tx: Database,
  { workspaceId }: Where,
  now: Date,
): Promise<{ members: number; invited: number }> {
  const open = { workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const members = await tx.member.count({ where: { workspaceId } });
  return { members, invited: await tx.invitation.count({ where: open }) };
}

/**
 * Takes a place for one more person, in the transaction that lets them in or invites them. An open invitation holds a
 * place: whoever takes it up (`joining`) needs no other. @throws AppError `conflict` where the plan has none left
 */
export async function takeMember(
  tx: Database,
  { workspaceId }: Where,
  now: Date,
  { joining = false } = {},
): Promise<void> {
  const { plan } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { plan: true },
  });
  const { id, name, limits } = planOf({ plan });
  const limit = limits.members;
  if (limit === null) return;
  await lockWorkspace(tx, workspaceId);
  const { members, invited } = await membersUsed(tx, { workspaceId }, now);
  const used = joining ? members : members + invited;
  if (used < limit) {
    const total = { workspaceId, plan, month: monthOf(now), metric: "members", used: used + 1 } as const;
    await quotaReached(tx, [total], now);
    return;
  }
  const advice = joining
    ? "Ask an owner of the workspace to make room."
    : "Remove a member or take an invitation back, or ask whoever runs this service for a larger plan.";
  const taken = joining
    ? `${members} are in`
    : `${used} places are taken, those of open invitations included`;
  throw new AppError("conflict", `The plan ${name} includes ${limit} members, and ${taken}. ${advice}`, {
    details: { metric: "members", plan: id, limit, used },
  });
}
