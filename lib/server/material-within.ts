import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { DRAFT_PICTURES, VERSION_PICTURES } from "./asset-library/document-pictures";
import { db } from "./db";

/**
 * Pictures and fonts belong to the whole workspace. Whoever sees some projects only, sees of them what those show: in
 * drafts, in published versions, or through the brand kit.
 */

const names = z.array(z.object({ name: z.string() }));

/** Those of the pictures that are within reach of the scope. Two index look-ups a picture, for a limited scope only. */
export async function picturesWithin(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const { workspaceId, projectIds } = scope;
  if (projectIds === null || ids.length === 0) return new Set(ids);
  const rows = await db().$queryRaw`
    SELECT wanted.id AS name FROM unnest(${[...ids]}::text[]) AS wanted(id)
    WHERE EXISTS (
      SELECT FROM "Template" WHERE "workspaceId" = ${workspaceId}
        AND "projectId" = ANY(${[...projectIds]}) AND ${DRAFT_PICTURES} ? wanted.id
    ) OR EXISTS (
      SELECT FROM "TemplateVersion" v JOIN "Template" t ON t.id = v."templateId"
      WHERE v."workspaceId" = ${workspaceId} AND t."projectId" = ANY(${[...projectIds]})
        AND ${VERSION_PICTURES} ? wanted.id
    ) OR EXISTS (
      SELECT FROM "BrandKit" WHERE "workspaceId" = ${workspaceId}
        AND jsonb_path_exists(kit, '$.logos[*].assetId ? (@ == $id)', jsonb_build_object('id', wanted.id))
    )`;
  return new Set(names.parse(rows).map(({ name }) => name));
}

/** Keys of uploaded font families within reach of the scope; null: all of the workspace. */
export async function familiesWithin({ workspaceId, projectIds }: Scope): Promise<Set<string> | null> {
  if (projectIds === null) return null;
  const rows = await db().$queryRaw`
    SELECT DISTINCT family #>> '{}' AS name FROM (
      SELECT jsonb_path_query(draft, '$.**.fontFamily') AS family FROM "Template"
        WHERE "workspaceId" = ${workspaceId} AND "projectId" = ANY(${[...projectIds]})
      UNION ALL
      SELECT jsonb_path_query(v.document, '$.**.fontFamily') FROM "TemplateVersion" v
        JOIN "Template" t ON t.id = v."templateId"
        WHERE v."workspaceId" = ${workspaceId} AND t."projectId" = ANY(${[...projectIds]})
      UNION ALL
      SELECT jsonb_path_query(kit, '$.**.fontFamily') FROM "BrandKit" WHERE "workspaceId" = ${workspaceId}
    ) AS used WHERE jsonb_typeof(family) = 'string'`;
  return new Set(names.parse(rows).map(({ name }) => name));
}
