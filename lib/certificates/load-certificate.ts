import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, db } from "@/lib/server/db";
import { CERTIFICATE_SELECT, type CertificateItem, certificateItem } from "./certificate-item";

/** A certificate of the workspace whose picture was made. @throws AppError `not_found` */
export async function loadCertificate(
  { workspaceId }: Scope,
  id: string,
  tx: Database = db(),
): Promise<CertificateItem> {
  const row = await tx.certificate.findUnique({ where: { id, workspaceId }, select: CERTIFICATE_SELECT });
  const item = row && certificateItem(row);
  if (!item) throw new AppError("not_found", "There is no such certificate in this workspace.");
  return item;
}
