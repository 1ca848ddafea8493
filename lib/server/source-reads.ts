import { createHmac } from "node:crypto";
import { db } from "./db";
import { keyFor } from "./derived-key";
import { unseal } from "./sealed-secret";

/** Longest value that finds a row, UTF-16 units. */
export const LONGEST_KEY = 500;

/** What a row is stored under: nobody reads from it what the row is found by. Spaces around it and its case are nothing. */
export function rowKeyHash(sourceId: string, key: string): string {
  return createHmac("sha256", keyFor("row-key"))
    .update(`${sourceId}\0${key.normalize("NFC").trim().toLowerCase()}`)
    .digest("base64url");
}

type Filled = { workspaceId: string; sourceId: string; filling: number };

/**
 * The cells of a table's row, in the order of its columns; null where there is none, or it does not open. Found by the
 * hash of its key, or of another name of it; one query either way.
 */
export async function readTableRow(
  { workspaceId, sourceId, filling }: Filled,
  hash: string,
  by: "key" | "alias" = "key",
): Promise<string[] | null> {
  const [row] =
    by === "key"
      ? await db().$queryRaw<{ keyHash: string; cells: string }[]>`
          SELECT "keyHash", cells FROM "DataRow"
          WHERE "sourceId" = ${sourceId} AND filling = ${filling} AND "keyHash" = ${hash}
            AND "workspaceId" = ${workspaceId}`
      : await db().$queryRaw<{ keyHash: string; cells: string }[]>`
          SELECT r."keyHash", r.cells FROM "DataAlias" a
          JOIN "DataRow" r USING ("sourceId", filling, "keyHash")
          WHERE a."sourceId" = ${sourceId} AND a.filling = ${filling} AND a."aliasHash" = ${hash}
            AND r."workspaceId" = ${workspaceId}`;
  return row ? openCells(sourceId, row) : null;
}

/** The cells of a stored row; null when they do not open. */
export function openCells(sourceId: string, row: { keyHash: string; cells: string }): string[] | null {
  const plain = unseal("rows", `${sourceId} ${row.keyHash}`, row.cells);
  const cells: unknown = plain === null ? null : JSON.parse(plain);
  return Array.isArray(cells) ? cells.map(String) : null;
}
