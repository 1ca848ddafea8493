import { z } from "zod";
import { cursorText, writeCursor } from "@/lib/server/cursor";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { unseal } from "@/lib/server/sealed-secret";
import { verificationCode } from "./certificate-number";
import { certificateKey, verificationUrl } from "./certificate-secrets";
import { openShown, type ShownValues } from "./shown-values";

/** A certificate as the people of its workspace see it. */
export type CertificateItem = {
  id: string;
  number: string;
  batchId: string;
  row: number;
  issuedAt: Date;
  revokedAt: Date | null;
  /** Why it was revoked; null: it was not, or nobody said. */
  revokedReason: string | null;
  /** Where anybody checks it. */
  url: string;
  /** What whoever checks it is shown; null when it cannot be read any more. */
  shown: ShownValues | null;
};

export const CERTIFICATE_SELECT = {
  id: true,
  number: true,
  workspaceId: true,
  batchId: true,
  row: true,
  issuedAt: true,
  revokedAt: true,
  revokedReason: true,
  shown: true,
} as const satisfies Prisma.CertificateSelect;

type CertificateRow = Prisma.CertificateGetPayload<{ select: typeof CERTIFICATE_SELECT }>;

/** null for one whose picture was not made yet. */
export function certificateItem({
  shown,
  issuedAt,
  workspaceId,
  revokedReason,
  ...row
}: CertificateRow): CertificateItem | null {
  if (issuedAt === null) return null;
  const code = verificationCode(certificateKey(workspaceId), { batchId: row.batchId, row: row.row });
  return {
    ...row,
    issuedAt,
    revokedReason: revokedReason === null ? null : unseal("certificate", row.id, revokedReason),
    url: verificationUrl(code),
    shown: openShown(row.id, shown),
  };
}

export const certificatesQuery = z.object({
  /** The number as it stands on the certificate, or a part of it. */
  number: z.string().max(80).optional(),
  batch: z.string().max(60).optional(),
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CertificatesQuery = z.infer<typeof certificatesQuery>;

export type CertificatePage = { certificates: CertificateItem[]; cursor: string | null };

/** The cursor that goes on after a page, if there is more. */
export function cursorAfter(certificates: readonly CertificateItem[], more: boolean): string | null {
  const last = certificates.at(-1);
  return last && more ? writeCursor({ at: last.issuedAt, id: last.id }) : null;
}
