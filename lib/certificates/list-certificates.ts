import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import {
  CERTIFICATE_SELECT,
  type CertificatePage,
  type CertificatesQuery,
  certificateItem,
  cursorAfter,
} from "./certificate-item";

/** Certificates of one page of the list. */
const PAGE = 50;

/** A workspace's certificates, the newest first. */
export async function listCertificates(
  { workspaceId }: Scope,
  { number, batch, cursor }: CertificatesQuery,
): Promise<CertificatePage> {
  const after = cursor && {
    OR: [{ issuedAt: { lt: cursor.at } }, { issuedAt: cursor.at, id: { lt: cursor.id } }],
  };
  const rows = await db().certificate.findMany({
    where: {
      workspaceId,
      issuedAt: { not: null },
      ...(number !== undefined && { number: number.trim() }),
      ...(batch !== undefined && { batchId: batch }),
      ...after,
    },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: CERTIFICATE_SELECT,
  });
  const certificates = rows.slice(0, PAGE).flatMap((row) => certificateItem(row) ?? []);
  return { certificates, cursor: cursorAfter(certificates, rows.length > PAGE) };
}
