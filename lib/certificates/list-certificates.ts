import type { Scope } from "@/lib/accounts/scope";
import type { Cursor } from "@/lib/server/cursor";
import { db } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import {
  CERTIFICATE_SELECT,
  type CertificatePage,
  type CertificatesQuery,
  certificateItem,
  cursorAfter,
} from "./certificate-item";

/** Characters that numbers consist of: whatever else is asked for, no number has it. */
const IN_NUMBERS = /^[A-Z0-9-]*$/;

/** A workspace's certificates, the newest first; of those that were made at one moment the last row of the list. */
export async function listCertificates(
  { workspaceId }: Scope,
  { number, batch, cursor, limit = 50 }: Partial<CertificatesQuery>,
): Promise<CertificatePage> {
  const part = (number ?? "").trim().toUpperCase();
  if (!IN_NUMBERS.test(part)) return { certificates: [], cursor: null };
  const rows = await db().certificate.findMany({
    where: {
      workspaceId,
      issuedAt: { not: null },
      // A part may stand anywhere in a number, which no index answers without an extension of the database that not every
      // installation may add. So this reads on along the workspace's own certificates, or with `batch` the batch's, by the
      // indexes of those, and never anybody else's.
      ...(part !== "" && { number: { contains: part } }),
      ...(batch !== undefined && { batchId: batch }),
      ...(cursor !== undefined && (await after(workspaceId, cursor))),
    },
    orderBy: [{ issuedAt: "desc" }, { row: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: CERTIFICATE_SELECT,
  });
  const certificates = rows.slice(0, limit).flatMap((row) => certificateItem(row) ?? []);
  return { certificates, cursor: cursorAfter(certificates, rows.length > limit) };
}

/** What comes after the one that a page ended with. */
async function after(workspaceId: string, { at, id }: Cursor): Promise<Prisma.CertificateWhereInput> {
  const last = await db().certificate.findUnique({ where: { id, workspaceId }, select: { row: true } });
  const row = last?.row ?? 0;
  return {
    OR: [{ issuedAt: { lt: at } }, { issuedAt: at, row: { lt: row } }, { issuedAt: at, row, id: { lt: id } }],
  };
}
