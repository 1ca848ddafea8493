import { createHmac, hkdfSync } from "node:crypto";
import { db } from "./db";
import { env } from "./env";
import { unseal } from "./sealed-secret";

/** What a row is stored under: nobody reads from it what the row is found by. Spaces around it and its case are nothing. */
export function rowKeyHash(sourceId: string, key: string): string {
  const secret = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "nameplate row-key v1", 32));
  return createHmac("sha256", secret)
    .update(`${sourceId}\0${key.normalize("NFC").trim().toLowerCase()}`)
    .digest("base64url");
}

/** The cells of a table's row, in the order of its columns; null where there is none, or it does not open. */
export async function readTableRow(
  { workspaceId, sourceId, filling }: { workspaceId: string; sourceId: string; filling: number },
  key: string,
): Promise<string[] | null> {
  const keyHash = rowKeyHash(sourceId, key);
  const row = await db().dataRow.findUnique({
    where: { sourceId_filling_keyHash: { sourceId, filling, keyHash }, workspaceId },
    select: { cells: true },
  });
  const plain = row && unseal("rows", `${sourceId} ${keyHash}`, row.cells);
  const cells: unknown = plain === null ? null : JSON.parse(plain);
  return Array.isArray(cells) ? cells.map(String) : null;
}
