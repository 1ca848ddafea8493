import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { Scope } from "../scope";
import { MOST_PENDING, openInvitations } from "./invitation-item";

/** @throws AppError `conflict` when as many hold as may */
export async function requireRoom(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  now: Date,
): Promise<void> {
  const where = { ...openInvitations(workspaceId), expiresAt: { gt: now } };
  if ((await tx.invitation.count({ where })) < MOST_PENDING) return;
  throw new AppError(
    "conflict",
    `At most ${MOST_PENDING} invitations of a workspace can be open. Take back those that nobody will use.`,
    { details: { limit: MOST_PENDING } },
  );
}
