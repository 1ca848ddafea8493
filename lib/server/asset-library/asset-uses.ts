import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { assetNotFound } from "./change-asset";

/** Ids of pictures that stand in a document; word for word the expression of the index, or it is not used. */
const PICTURES = `'strict $.** ? (@ like_regex "^ast_[A-Za-z0-9]{8,40}$")'`;
export const DRAFT_PICTURES = Prisma.raw(`jsonb_path_query_array("draft", ${PICTURES})`);
const VERSION_PICTURES = Prisma.raw(`jsonb_path_query_array("document", ${PICTURES})`);

const draftRows = z.array(z.object({ id: z.string(), name: z.string() }));
const versionRows = z.array(
  z.object({ id: z.string(), name: z.string(), number: z.number(), live: z.boolean() }),
);

export type AssetUse = {
  id: string;
  name: string;
  /** Whether the draft shows it. */
  draft: boolean;
  /** Numbers of the published versions that show it, the newest first. */
  versions: number[];
  /** Whether one of them is what links show. */
  live: boolean;
};

/**
 * The templates that show a picture, in their drafts or in what they published, by name. Three queries however many
 * templates there are, each answered by an index over the ids of the pictures in the documents.
 */
export async function listUses(scope: Scope, assetId: string): Promise<{ uses: AssetUse[] }> {
  const { workspaceId } = scope;
  const asset = await db().asset.findFirst({ where: { id: assetId, workspaceId }, select: { id: true } });
  if (!asset) throw assetNotFound();
  const drafts = draftRows.parse(
    await db().$queryRaw`
      SELECT id, name FROM "Template"
      WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND ${DRAFT_PICTURES} ? ${assetId}`,
  );
  const versions = versionRows.parse(
    await db().$queryRaw`
      SELECT t.id, t.name, v.number, coalesce(t."publishedVersionId" = v.id, false) AS live
      FROM "TemplateVersion" v JOIN "Template" t ON t.id = v."templateId"
      WHERE v."workspaceId" = ${workspaceId} AND t."deletedAt" IS NULL AND ${VERSION_PICTURES} ? ${assetId}
      ORDER BY v.number DESC`,
  );
  const uses = new Map<string, AssetUse>();
  for (const { id, name } of drafts) uses.set(id, { id, name, draft: true, versions: [], live: false });
  for (const { id, name, number, live } of versions) {
    const use = uses.get(id) ?? { id, name, draft: false, versions: [], live: false };
    uses.set(id, { ...use, versions: [...use.versions, number], live: use.live || live });
  }
  return { uses: [...uses.values()].sort((one, other) => one.name.localeCompare(other.name)) };
}
