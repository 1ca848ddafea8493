import { db } from "@/lib/server/db";
import type { StoredRow } from "./stored-row";

export type FillingPlace = { workspaceId: string; sourceId: string; filling: number };

/**
 * Writes rows into a filling, one statement for all; of those with the same key the last stays. Gives the hashes of keys
 * that were there before. No two of the rows may have the same key.
 */
export async function putRows(
  { workspaceId, sourceId, filling }: FillingPlace,
  rows: readonly (StoredRow & { position: number })[],
  now: Date,
): Promise<string[]> {
  const [hashes, cells] = [rows.map(({ keyHash }) => keyHash), rows.map((row) => row.cells)];
  const [prints, positions] = [rows.map(({ print }) => print), rows.map(({ position }) => position)];
  const again = await db().$queryRaw<{ keyHash: string }[]>`
    WITH put AS (
      INSERT INTO "DataRow" ("workspaceId", "sourceId", filling, "keyHash", cells, print, position, "updatedAt")
      SELECT ${workspaceId}, ${sourceId}, ${filling}, t.*, ${now}
      FROM unnest(${hashes}::text[], ${cells}::text[], ${prints}::text[], ${positions}::int[]) AS t
      ON CONFLICT ("sourceId", filling, "keyHash") DO UPDATE
        SET cells = EXCLUDED.cells, print = EXCLUDED.print, position = EXCLUDED.position,
          "updatedAt" = EXCLUDED."updatedAt"
      RETURNING "keyHash", xmax::text <> '0' AS again)
    SELECT "keyHash" FROM put WHERE again`;
  const aliases = rows.flatMap((row) => row.aliases.map((alias) => [alias, row.keyHash] as const));
  if (aliases.length > 0) {
    await db().$executeRaw`
      INSERT INTO "DataAlias" ("workspaceId", "sourceId", filling, "aliasHash", "keyHash")
      SELECT ${workspaceId}, ${sourceId}, ${filling}, t.*
      FROM unnest(${aliases.map(([alias]) => alias)}::text[], ${aliases.map(([, hash]) => hash)}::text[]) AS t
      ON CONFLICT ("sourceId", filling, "aliasHash") DO NOTHING`;
  }
  return again.map(({ keyHash }) => keyHash);
}
