import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../db";
import { assetTag } from "./asset-tag";

const tagRows = z.array(z.object({ tag: z.string(), pictures: z.number() }));
export type TagCount = z.infer<typeof tagRows>[number];

/** The tags of the workspace's pictures, deleted ones left out, by name, with how many pictures have each. */
export async function listTags(scope: Scope): Promise<{ tags: TagCount[] }> {
  const rows = await db().$queryRaw`
    SELECT tag, count(*)::int AS pictures
    FROM "Asset", unnest("tags") AS tag
    WHERE "workspaceId" = ${scope.workspaceId} AND "deletedAt" IS NULL
    GROUP BY tag ORDER BY lower(tag), tag LIMIT 500`;
  return { tags: tagRows.parse(rows) };
}

export const renameTagInput = z.strictObject({
  from: assetTag,
  /** null takes the tag from every picture. */
  to: assetTag.nullable(),
});
export type RenameTagInput = z.infer<typeof renameTagInput>;

/** Renames a tag on every picture that has it; where the other name is there already the two become one. */
export async function renameTag(scope: Scope, { from, to }: RenameTagInput): Promise<{ changed: number }> {
  const next = to ?? from;
  const changed = await db().$executeRaw`
    UPDATE "Asset" SET "tags" = CASE
      WHEN ${to === null} OR (${next} <> ${from} AND ${next} = ANY("tags")) THEN array_remove("tags", ${from})
      ELSE array_replace("tags", ${from}, ${next}) END
    WHERE "workspaceId" = ${scope.workspaceId} AND ${from} = ANY("tags")`;
  return { changed };
}
