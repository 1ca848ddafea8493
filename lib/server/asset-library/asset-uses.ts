import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { loadBrandKit } from "../brand/brand-kit";
import { db } from "../db";
import { assetNotFound } from "./change-asset";
import { DRAFT_PICTURES, VERSION_PICTURES } from "./document-pictures";

const namedRows = z.array(z.object({ id: z.string(), name: z.string() }));
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

export type AssetUses = {
  uses: AssetUse[];
  /** Templates of the workspace that new ones begin with, by name. */
  starters: { id: string; name: string }[];
  /** Logos of the brand kit that are this picture. */
  logos: { id: string; name: string }[];
};

/**
 * What shows a picture: templates, in their drafts or in what they published, workspace templates and the brand kit, by
 * name. Five queries however many templates there are; those of templates are answered by an index over the ids of the
 * pictures in the documents, and workspace templates are few.
 */
export async function listUses(scope: Scope, assetId: string): Promise<AssetUses> {
  const { workspaceId } = scope;
  const asset = await db().asset.findFirst({ where: { id: assetId, workspaceId }, select: { id: true } });
  if (!asset) throw assetNotFound();
  const drafts = namedRows.parse(
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
  const starters = namedRows.parse(
    await db().$queryRaw`
      SELECT id, name FROM "WorkspaceStarter"
      WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND ${VERSION_PICTURES} ? ${assetId}`,
  );
  const { kit } = await loadBrandKit(scope);
  const uses = new Map<string, AssetUse>();
  for (const { id, name } of drafts) uses.set(id, { id, name, draft: true, versions: [], live: false });
  for (const { id, name, number, live } of versions) {
    const use = uses.get(id) ?? { id, name, draft: false, versions: [], live: false };
    uses.set(id, { ...use, versions: [...use.versions, number], live: use.live || live });
  }
  return {
    uses: [...uses.values()].sort(byName),
    starters: starters.sort(byName),
    logos: (kit?.logos ?? []).flatMap((logo) =>
      logo.assetId === assetId ? [{ id: logo.id, name: logo.name }] : [],
    ),
  };
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name);
}
