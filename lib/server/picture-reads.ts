import { z } from "zod";
import { db } from "./db";

/**
 * What the picture path reads from the database, and all it reads. These are the unscoped reads: a link's key is
 * the capability, and assets and fonts are only ever looked up inside the workspace of the link that shows them.
 */

export const linkRow = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("live"),
    workspaceId: z.string(),
    /** For counting; what earlier releases kept has none. */
    projectId: z.string().optional(),
    versionId: z.string(),
    document: z.unknown(),
    /** Hosts that pictures may come from; empty: any public host. */
    allowedImageHosts: z.array(z.string()),
  }),
  z.object({ state: z.literal("unpublished"), workspaceId: z.string() }),
  z.object({
    state: z.literal("deleted"),
    workspaceId: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
  }),
]);
export type LinkRow = z.infer<typeof linkRow>;

/**
 * The pointer a link follows now, and the hosts it may fetch from: cheap enough to ask often. null when no such link
 * ever existed.
 */
export async function readLinkPointer(key: string): Promise<string | null> {
  const row = await db().link.findUnique({
    where: { key },
    select: {
      deletedAt: true,
      workspace: { select: { allowedImageHosts: true } },
      template: { select: { deletedAt: true, publishedVersionId: true, projectId: true } },
    },
  });
  if (!row) return null;
  if (row.deletedAt || row.template.deletedAt) return "deleted";
  if (row.template.publishedVersionId === null) return "unpublished";
  return [row.template.publishedVersionId, row.template.projectId, ...row.workspace.allowedImageHosts].join(
    " ",
  );
}

/** The link with the document it shows. null when no such link ever existed. */
export async function readLink(key: string): Promise<LinkRow | null> {
  const row = await db().link.findUnique({
    where: { key },
    select: {
      workspaceId: true,
      deletedAt: true,
      workspace: { select: { allowedImageHosts: true } },
      template: {
        select: {
          deletedAt: true,
          projectId: true,
          publishedVersion: { select: { id: true, document: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { workspaceId } = row;
  const version = row.template.publishedVersion;
  if (row.deletedAt || row.template.deletedAt) {
    const size = canvasSize(version?.document);
    return { state: "deleted", workspaceId, ...size };
  }
  if (!version) return { state: "unpublished", workspaceId };
  const { allowedImageHosts } = row.workspace;
  const { projectId } = row.template;
  const { id: versionId, document } = version;
  return { state: "live", workspaceId, projectId, versionId, document, allowedImageHosts };
}

function canvasSize(document: unknown): { width: number | null; height: number | null } {
  if (typeof document !== "object" || document === null) return { width: null, height: null };
  const width = "width" in document && typeof document.width === "number" ? document.width : null;
  const height = "height" in document && typeof document.height === "number" ? document.height : null;
  return { width, height };
}

export const assetRow = z.object({
  storageKey: z.string(),
  contentType: z.string(),
  width: z.number(),
  height: z.number(),
  sha256: z.string(),
});
export type AssetRow = z.infer<typeof assetRow>;

const ASSET_SELECT = {
  storageKey: true,
  contentType: true,
  width: true,
  height: true,
  sha256: true,
} as const;

/** An asset of one workspace; null when it is not there. Deleted assets still serve the versions that show them. */
export async function readAsset(workspaceId: string, assetId: string): Promise<AssetRow | null> {
  return db().asset.findFirst({ where: { id: assetId, workspaceId }, select: ASSET_SELECT });
}

/** Those of the assets that are the workspace's, by their ids. */
export async function readAssets(
  workspaceId: string,
  assetIds: readonly string[],
): Promise<Map<string, AssetRow>> {
  const rows = await db().asset.findMany({
    where: { id: { in: [...assetIds] }, workspaceId },
    select: { id: true, ...ASSET_SELECT },
  });
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

export const fontRow = z.object({
  familyKey: z.string(),
  family: z.string(),
  weight: z.number(),
  italic: z.boolean(),
  storageKey: z.string(),
  /** Whether it was taken off the menu. */
  deleted: z.boolean(),
});
export type FontRow = z.infer<typeof fontRow>;

/** Every font of one workspace, oldest first. Deleted fonts still serve the versions that use them. */
export async function readFonts(workspaceId: string): Promise<FontRow[]> {
  const rows = await db().font.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { familyKey: true, family: true, weight: true, italic: true, storageKey: true, deletedAt: true },
  });
  return rows.map(({ deletedAt, ...row }) => ({ ...row, deleted: deletedAt !== null }));
}
