import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import {
  CERTIFICATE_SELECT,
  type CertificatePage,
  type CertificatesQuery,
  certificateItem,
  cursorAfter,
} from "./certificate-item";

/** Characters that numbers consist of: whatever else is asked for, no number has it. */
const IN_NUMBERS = /^[A-Z0-9-]*$/;

/** A workspace's certificates, the newest first. */
export async function listCertificates(
  { workspaceId }: Scope,
  { number, batch, cursor, limit = 50 }: Partial<CertificatesQuery>,
): Promise<CertificatePage> {
  const part = (number ?? "").trim().toUpperCase();
  if (!IN_NUMBERS.test(part)) return { certificates: [], cursor: null };
  const after = cursor && {
    OR: [{ issuedAt: { lt: cursor.at } }, { issuedAt: cursor.at, id: { lt: cursor.id } }],
  };
  const rows = await db().certificate.findMany({
    where: {
      workspaceId,
      issuedAt: { not: null },
      ...(part !== "" && { number: { contains: part } }),
      ...(batch !== undefined && { batchId: batch }),
      ...after,
    },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: CERTIFICATE_SELECT,
  });
  const certificates = rows.slice(0, limit).flatMap((row) => certificateItem(row) ?? []);
  return { certificates, cursor: cursorAfter(certificates, rows.length > limit) };
}
