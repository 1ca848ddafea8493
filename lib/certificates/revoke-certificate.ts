import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";

/**
 * Takes a certificate back, or lets it count again: `revokedAt` is when, null is not at all. Whoever checks it is told so
 * from then on. @throws AppError `not_found`
 */
export async function setRevoked(scope: Scope, number: string, revokedAt: Date | null): Promise<void> {
  const { workspaceId } = scope;
  await transaction(async (tx) => {
    const where = { workspaceId_number: { workspaceId, number }, issuedAt: { not: null } };
    const found = await tx.certificate.findUnique({ where, select: { id: true, revokedAt: true } });
    if (!found) {
      throw new AppError(
        "not_found",
        "No certificate of this workspace has this number. Look at it once more.",
      );
    }
    if ((found.revokedAt === null) === (revokedAt === null)) return;
    await tx.certificate.update({ where: { id: found.id, workspaceId }, data: { revokedAt } });
    const action = revokedAt === null ? "certificate.restore" : "certificate.revoke";
    await recordEvent(tx, scope, action, { kind: "certificate", id: found.id, name: number });
  });
}
