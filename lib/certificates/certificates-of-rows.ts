import { db } from "@/lib/server/db";
import { verificationCode } from "./certificate-number";
import { certificateKey, verificationUrl } from "./certificate-secrets";
import type { Reserved } from "./reserve-certificates";

/** The certificates of rows of a batch that were issued, by the rows' numbers. For people of the workspace alone. */
export async function certificatesOfRows(
  { workspaceId, batchId }: { workspaceId: string; batchId: string },
  rows: readonly number[],
): Promise<Map<number, Reserved>> {
  const key = certificateKey(workspaceId);
  const found = await db().certificate.findMany({
    where: { workspaceId, batchId, row: { in: [...rows] }, issuedAt: { not: null } },
    select: { row: true, number: true },
  });
  return new Map(
    found.map(({ row, number }) => [
      row,
      { number, url: verificationUrl(verificationCode(key, { batchId, row })) },
    ]),
  );
}
