import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { CERTIFICATE_SELECT, type CertificateItem, certificateItem } from "./certificate-item";

export const revokeInput = z.strictObject({ revoked: z.boolean() });

/**
 * Takes a certificate back, or lets it count again; whoever checks it is told so from then on. One that is as wanted stays
 * as it is. @throws AppError `not_found`
 */
export async function setRevoked(
  scope: Scope,
  id: string,
  revoked: boolean,
  now = new Date(),
): Promise<CertificateItem> {
  return transaction(async (tx) => {
    const { workspaceId } = scope;
    const before = await find(tx, scope, id);
    if ((before.revokedAt !== null) === revoked) return before;
    await tx.certificate.update({ where: { id, workspaceId }, data: { revokedAt: revoked ? now : null } });
    const object = { kind: "certificate", id, name: before.number };
    await recordEvent(tx, scope, revoked ? "certificate.revoke" : "certificate.restore", object);
    return find(tx, scope, id);
  });
}

async function find(tx: Database, { workspaceId }: Scope, id: string): Promise<CertificateItem> {
  const row = await tx.certificate.findUnique({ where: { id, workspaceId }, select: CERTIFICATE_SELECT });
  const item = row && certificateItem(row);
  if (!item) throw new AppError("not_found", "There is no such certificate in this workspace.");
  return item;
}
