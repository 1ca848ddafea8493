import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../db";
import { assetTag, MOST_TAGS } from "./asset-tag";
import { spellingsOf } from "./same-tags";

export const assetIds = z.array(z.string().max(60)).min(1).max(200);

export const deleteAssetsInput = z.strictObject({ ids: assetIds });

/**
 * Takes pictures out of the library. Their bytes stay: drafts, published versions and links that show them go on
 * showing them. Answers how many went; those of other workspaces and those that are gone already are none of them.
 */
export async function deleteAssets(scope: Scope, ids: readonly string[]): Promise<{ changed: number }> {
  const { count } = await db().asset.updateMany({
    where: { id: { in: [...ids] }, workspaceId: scope.workspaceId, deletedAt: null },
    data: { deletedAt: new Date() },
  });
  return { changed: count };
}

/** Brings deleted pictures back into the library. */
export async function restoreAssets(scope: Scope, ids: readonly string[]): Promise<{ changed: number }> {
  const { count } = await db().asset.updateMany({
    where: { id: { in: [...ids] }, workspaceId: scope.workspaceId, deletedAt: { not: null } },
    data: { deletedAt: null },
  });
  return { changed: count };
}

export const tagAssetsInput = z.strictObject({ ids: assetIds, tag: assetTag, on: z.boolean() });
export type TagAssetsInput = z.infer<typeof tagAssetsInput>;

/**
 * Gives many pictures a tag, or takes it from them, however it is written there. A picture that has it already, or is full
 * of tags, stays as it is.
 */
export async function tagAssets(
  scope: Scope,
  { ids, tag, on }: TagAssetsInput,
): Promise<{ changed: number }> {
  const [same = []] = await spellingsOf(db(), scope, [tag]);
  const changed = on
    ? await db().$executeRaw`
        UPDATE "Asset" SET "tags" = array_append("tags", ${tag})
        WHERE "workspaceId" = ${scope.workspaceId} AND id = ANY(${ids})
          AND NOT "tags" && ${[...same, tag]}::text[]
          AND coalesce(array_length("tags", 1), 0) < ${MOST_TAGS}`
    : await db().$executeRaw`
        UPDATE "Asset" SET "tags" = ARRAY(
          SELECT t FROM unnest("tags") WITH ORDINALITY AS own(t, place)
          WHERE NOT t = ANY(${same}::text[]) ORDER BY place)
        WHERE "workspaceId" = ${scope.workspaceId} AND id = ANY(${ids}) AND "tags" && ${same}::text[]`;
  return { changed };
}
