import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { db, transaction } from "../db";
import { foldText } from "../fold-text";
import { assetTag } from "./asset-tag";
import { spellingsOf } from "./same-tags";

const tagRows = z.array(z.object({ tag: z.string(), pictures: z.number() }));
export type TagCount = z.infer<typeof tagRows>[number];

/** Most ways of writing tags that are told. */
const MOST_TOLD = 500;

/**
 * The tags of the workspace's pictures, deleted ones left out, by name, with how many pictures have each. One that is
 * written in several ways is told as most pictures have it.
 */
export async function listTags(scope: Scope): Promise<{ tags: TagCount[] }> {
  const rows = await db().$queryRaw`
    SELECT tag, count(*)::int AS pictures
    FROM "Asset", unnest("tags") AS tag
    WHERE "workspaceId" = ${scope.workspaceId} AND "deletedAt" IS NULL
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${MOST_TOLD}`;
  const tags = new Map<string, TagCount>();
  for (const { tag, pictures } of tagRows.parse(rows)) {
    const known = tags.get(foldText(tag));
    tags.set(foldText(tag), { tag: known?.tag ?? tag, pictures: (known?.pictures ?? 0) + pictures });
  }
  return { tags: [...tags].sort(([one], [other]) => one.localeCompare(other)).map(([, tag]) => tag) };
}

export const renameTagInput = z.strictObject({
  from: assetTag,
  /** null takes the tag from every picture. */
  to: assetTag.nullable(),
});
export type RenameTagInput = z.infer<typeof renameTagInput>;

/**
 * Renames a tag on every picture that has it, however it is written there; where the other name is there already the two
 * become one.
 */
export async function renameTag(scope: Scope, { from, to }: RenameTagInput): Promise<{ changed: number }> {
  return transaction(async (tx) => {
    const [same = [], there = []] = await spellingsOf(tx, scope, to === null ? [from] : [from, to]);
    const changed = await tx.$executeRaw`
      UPDATE "Asset" SET "tags" = ARRAY(
        SELECT name FROM (
          SELECT CASE WHEN t = ANY(${[...same, ...there]}::text[]) THEN ${to}::text ELSE t END AS name, min(place) AS place
          FROM unnest("tags") WITH ORDINALITY AS own(t, place) GROUP BY 1) AS renamed
        WHERE name IS NOT NULL ORDER BY place)
      WHERE "workspaceId" = ${scope.workspaceId} AND "tags" && ${same}::text[]`;
    // A tag is a word on pictures and has no id of its own.
    const object = { kind: "asset", id: scope.workspaceId, name: `Tag “${from}”` };
    if (changed > 0) await recordEvent(tx, scope, "asset.tag", object, { from, to, pictures: changed });
    return { changed };
  });
}
