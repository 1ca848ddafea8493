import { z } from "zod";
import { db } from "./db";
import type { Prisma } from "./generated/prisma/client";

/**
 * What the picture path reads from the database, and all it reads. These are the unscoped reads: a link's key is
 * the capability, and assets and fonts are only ever looked up inside the workspace of the link that shows them.
 */

/** What is special about a link: none of it for one that anybody may ask for anything, for ever. */
export const linkLimits = z.object({
  linkId: z.string(),
  paused: z.boolean(),
  /** ms since 1970. */
  expiresAt: z.number().nullable(),
  maxRenders: z.number().nullable(),
  policy: z.enum(["open", "signed_remote", "signed"]),
  allowedImageHosts: z.array(z.string()),
});
export type LinkLimits = z.infer<typeof linkLimits>;

/** A source that a link looks values up in, with all that is needed to ask it. */
export const linkSourceRow = z.object({
  sourceId: z.string(),
  kind: z.enum(["table", "http"]),
  config: z.unknown(),
  /** Encrypted. */
  secrets: z.string().nullable(),
  /** Names of the values it gives. */
  columns: z.array(z.string()),
  filling: z.number(),
  /** Fields by key, and which of the source's values goes there. */
  mapping: z.record(z.string(), z.string()),
});
export type LinkSourceRow = z.infer<typeof linkSourceRow>;

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
    /** Left out where nothing is special. */
    settings: linkLimits.optional(),
    /** Signing keys of the workspace that hold, encrypted; left out where there are none. */
    signingKeys: z.array(z.string()).optional(),
    /** Where values are looked up, in this order; left out where nowhere. */
    sources: z.array(linkSourceRow).optional(),
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

const LIMITS_SELECT = {
  pausedAt: true,
  expiresAt: true,
  maxRenders: true,
  policy: true,
  allowedImageHosts: true,
} as const satisfies Prisma.LinkSelect;

const WORKSPACE_SELECT = {
  allowedImageHosts: true,
  signingKeys: {
    where: { revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, secret: true },
  },
} as const satisfies Prisma.WorkspaceSelect;

const SOURCES_SELECT = {
  where: { source: { deletedAt: null } },
  orderBy: [{ createdAt: "asc" }, { sourceId: "asc" }],
  select: {
    mapping: true,
    source: {
      select: {
        id: true,
        kind: true,
        config: true,
        secrets: true,
        columns: true,
        filling: true,
        updatedAt: true,
      },
    },
  },
} as const satisfies Prisma.Link$sourcesArgs;

/**
 * The pointer a link follows now, with what decides who may ask it for what: cheap enough to ask often. null when no
 * such link ever existed.
 */
export async function readLinkPointer(key: string): Promise<string | null> {
  const row = await db().link.findUnique({
    where: { key },
    select: {
      deletedAt: true,
      ...LIMITS_SELECT,
      workspace: { select: WORKSPACE_SELECT },
      template: { select: { deletedAt: true, publishedVersionId: true, projectId: true } },
      sources: {
        where: SOURCES_SELECT.where,
        orderBy: SOURCES_SELECT.orderBy,
        select: { mapping: true, source: { select: { id: true, updatedAt: true } } },
      },
    },
  });
  if (!row) return null;
  if (row.deletedAt || row.template.deletedAt) return "deleted";
  if (row.template.publishedVersionId === null) return "unpublished";
  const { pausedAt, expiresAt, maxRenders, policy, allowedImageHosts, workspace, template } = row;
  const limits = [pausedAt, expiresAt, maxRenders, policy, allowedImageHosts];
  const keys = workspace.signingKeys.map(({ id }) => id);
  const sources = row.sources.map(({ mapping, source }) => [source.id, source.updatedAt.getTime(), mapping]);
  const rest = JSON.stringify([template.projectId, workspace.allowedImageHosts, limits, keys, sources]);
  return [template.publishedVersionId, rest].join(" ");
}

/** The link with the document it shows. null when no such link ever existed. */
export async function readLink(key: string): Promise<LinkRow | null> {
  const row = await db().link.findUnique({
    where: { key },
    select: {
      id: true,
      workspaceId: true,
      deletedAt: true,
      ...LIMITS_SELECT,
      workspace: { select: WORKSPACE_SELECT },
      sources: SOURCES_SELECT,
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
  const { allowedImageHosts, signingKeys } = row.workspace;
  const settings = limitsOf(row);
  return {
    state: "live",
    workspaceId,
    projectId: row.template.projectId,
    versionId: version.id,
    document: version.document,
    allowedImageHosts,
    ...(settings ? { settings } : {}),
    ...(signingKeys.length > 0 ? { signingKeys: signingKeys.map(({ secret }) => secret) } : {}),
    ...(row.sources.length > 0 ? { sources: row.sources.map(sourceOf) } : {}),
  };
}

type SourceRow = Prisma.LinkSourceGetPayload<typeof SOURCES_SELECT>;

function sourceOf({ mapping, source: { id, updatedAt: _, ...source } }: SourceRow): LinkSourceRow {
  return { sourceId: id, ...source, mapping: linkSourceRow.shape.mapping.parse(mapping) };
}

type LimitsRow = Prisma.LinkGetPayload<{ select: typeof LIMITS_SELECT & { id: true } }>;

/** null where nothing is special. */
function limitsOf({ id, pausedAt, expiresAt, ...row }: LimitsRow): LinkLimits | null {
  const { maxRenders, policy, allowedImageHosts } = row;
  const isPlain = !pausedAt && !expiresAt && maxRenders === null && policy === "open";
  if (isPlain && allowedImageHosts.length === 0) return null;
  const end = expiresAt?.getTime() ?? null;
  return { linkId: id, paused: pausedAt !== null, expiresAt: end, maxRenders, policy, allowedImageHosts };
}

/**
 * Counts a picture that a limited link is about to make, exactly, whoever else counts; false when it has made all it
 * may. The only thing the picture path writes.
 */
export async function countRender(linkId: string): Promise<boolean> {
  const counted = await db().$executeRaw`
    UPDATE "Link" SET renders = renders + 1
    WHERE id = ${linkId} AND ("maxRenders" IS NULL OR renders < "maxRenders")`;
  return counted === 1;
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
