import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../db";
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
  const [same = [], there = []] = await spellingsOf(db(), scope, to === null ? [from] : [from, to]);
  const changed = await db().$executeRaw`
    UPDATE "Asset" SET "tags" = ARRAY(
      SELECT name FROM (
        SELECT CASE WHEN t = ANY(${[...same, ...there]}::text[]) THEN ${to}::text ELSE t END AS name, min(place) AS place
        FROM unnest("tags") WITH ORDINALITY AS own(t, place) GROUP BY 1) AS renamed
      WHERE name IS NOT NULL ORDER BY place)
    WHERE "workspaceId" = ${scope.workspaceId} AND "tags" && ${same}::text[]`;
  return { changed };
}
