import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "@/lib/server/db";
import { seal } from "@/lib/server/sealed-secret";
import type { CertificateItem } from "./certificate-item";
import { loadCertificate } from "./load-certificate";

export const revokeInput = z.strictObject({
  revoked: z.boolean().describe("Whether it counts no more; `false` lets it count again."),
  reason: z
    .string()
    .trim()
    .max(200)
    .default("")
    .describe("Why it is revoked, for the people of the workspace alone; whoever checks it is not told."),
});
export type RevokeInput = z.infer<typeof revokeInput>;

/**
 * Takes a certificate back, or lets it count again; whoever checks it is told so from then on. One that is as wanted stays
 * as it is. @throws AppError `not_found`
 */
export async function setRevoked(
  scope: Scope,
  id: string,
  { revoked, reason }: RevokeInput,
  now = new Date(),
): Promise<CertificateItem> {
  return transaction(async (tx) => {
    const { workspaceId } = scope;
    const before = await loadCertificate(scope, id, tx);
    if ((before.revokedAt !== null) === revoked) return before;
    // A reason names people as often as not: it lies there as closed as what the certificate says.
    const revokedReason = revoked && reason !== "" ? seal("certificate", id, reason) : null;
    const { count } = await tx.certificate.updateMany({
      where: { id, workspaceId, revokedAt: revoked ? null : { not: null } },
      data: { revokedAt: revoked ? now : null, revokedReason },
    });
    // Somebody else did it in the same moment: theirs stands, and is told once.
    if (count === 0) return loadCertificate(scope, id, tx);
    const object = { kind: "certificate", id, name: before.number };
    await recordEvent(tx, scope, revoked ? "certificate.revoke" : "certificate.restore", object);
    return loadCertificate(scope, id, tx);
  });
}
