import { z } from "zod";
import type { EventAction } from "@/lib/accounts/audit/event-actions";
import { type EventDetails, recordEvents } from "@/lib/accounts/audit/record-events";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { assetObject } from "./asset-object";
import { assetTag, MOST_TAGS } from "./asset-tag";
import { spellingsOf } from "./same-tags";

export const assetIds = z.array(z.string().max(60)).min(1).max(200);

export const deleteAssetsInput = z.strictObject({ ids: assetIds });

/**
 * Takes pictures out of the library. Their bytes stay: drafts, published versions and links that show them go on
 * showing them. Answers how many went; those of other workspaces and those that are gone already are none of them.
 */
export async function deleteAssets(scope: Scope, ids: readonly string[]): Promise<{ changed: number }> {
  const where = { id: { in: [...ids] }, workspaceId: scope.workspaceId, deletedAt: null };
  return transaction(async (tx) => {
    const data = { deletedAt: new Date() };
    const gone = await tx.asset.updateManyAndReturn({ where, data, select: NAMED });
    return recorded(tx, scope, "asset.delete", gone);
  });
}

/** Brings deleted pictures back into the library. */
export async function restoreAssets(scope: Scope, ids: readonly string[]): Promise<{ changed: number }> {
  const where = { id: { in: [...ids] }, workspaceId: scope.workspaceId, deletedAt: { not: null } };
  return transaction(async (tx) => {
    const data = { deletedAt: null };
    const back = await tx.asset.updateManyAndReturn({ where, data, select: NAMED });
    return recorded(tx, scope, "asset.restore", back);
  });
}

const NAMED = { id: true, name: true } as const;
const namedRows = z.array(z.object({ id: z.string(), name: z.string() }));

/** Writes down what was done to each of these pictures. */
async function recorded(
  tx: Prisma.TransactionClient,
  scope: Scope,
  action: EventAction,
  changed: z.infer<typeof namedRows>,
  details: EventDetails = {},
): Promise<{ changed: number }> {
  const events = changed.map((asset) => ({ object: assetObject(asset), details }));
  await recordEvents(tx, scope, action, events);
  return { changed: changed.length };
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
  return transaction(async (tx) => {
    const [same = []] = await spellingsOf(tx, scope, [tag]);
    const rows = on
      ? await tx.$queryRaw`
        UPDATE "Asset" SET "tags" = array_append("tags", ${tag})
        WHERE "workspaceId" = ${scope.workspaceId} AND id = ANY(${ids})
          AND NOT "tags" && ${[...same, tag]}::text[]
          AND coalesce(array_length("tags", 1), 0) < ${MOST_TAGS}
        RETURNING id, name`
      : await tx.$queryRaw`
        UPDATE "Asset" SET "tags" = ARRAY(
          SELECT t FROM unnest("tags") WITH ORDINALITY AS own(t, place)
          WHERE NOT t = ANY(${same}::text[]) ORDER BY place)
        WHERE "workspaceId" = ${scope.workspaceId} AND id = ANY(${ids}) AND "tags" && ${same}::text[]
        RETURNING id, name`;
    return recorded(tx, scope, "asset.tag", namedRows.parse(rows), on ? { added: tag } : { removed: tag });
  });
}
