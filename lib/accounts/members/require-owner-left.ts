import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { Scope } from "../scope";

/**
 * Refuses to take the last owner's role. Only inside a transaction that holds `lockMembers`: otherwise two owners could
 * each see the other.
 */
export async function requireOwnerLeft(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  userId: string,
): Promise<void> {
  const where = { workspaceId, role: "owner", userId: { not: userId } } as const;
  if ((await tx.member.count({ where })) > 0) return;
  throw new AppError(
    "conflict",
    "A workspace always has an owner, and this is its only one. Make somebody else an owner first.",
    { path: "/role" },
  );
}
