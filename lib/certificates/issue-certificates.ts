import type { Database } from "@/lib/server/db";

/**
 * From now on the certificates of these rows can be checked: to be called in the transaction that writes down that their
 * pictures were made. Those that were issued before keep their day.
 */
export async function issueCertificates(
  tx: Database,
  { workspaceId, batchId }: { workspaceId: string; batchId: string },
  rows: readonly number[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.certificate.updateMany({
    where: { workspaceId, batchId, row: { in: [...rows] }, issuedAt: null },
    data: { issuedAt: now },
  });
}
