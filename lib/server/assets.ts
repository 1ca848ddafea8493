import { createHash } from "node:crypto";
import { z } from "zod";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { cleanUpload } from "@/lib/render/decode/clean-upload";
import { DECODE_LIMITS } from "@/lib/render/decode/decode-limits";
import { LIMITS } from "@/lib/template/limits";
import { type Cursor, cursorText, writeCursor } from "./cursor";
import { db } from "./db";
import { displayedFileName } from "./displayed-file-name";
import { foldText } from "./fold-text";
import type { Prisma } from "./generated/prisma/client";
import { storage } from "./storage";
import { isUniqueViolation } from "./unique-violation";

/** Largest picture that may be uploaded, bytes. */
export const UPLOAD_LIMIT = DECODE_LIMITS.bytes;

export type Asset = {
  id: string;
  name: string;
  contentType: string;
  /** Size as stored, px. */
  width: number;
  height: number;
  bytes: number;
  tags: string[];
  createdAt: Date;
};

export const ASSET_SELECT = {
  id: true,
  name: true,
  contentType: true,
  width: true,
  height: true,
  bytes: true,
  tags: true,
  createdAt: true,
} as const satisfies Prisma.AssetSelect;

export const assetsQuery = z.object({
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(60),
  /** Part of a name or of a tag, upper and lower case alike. */
  search: z.string().trim().max(120).optional(),
  /** Tags that a picture must all have, divided by commas. */
  tags: z
    .string()
    .max(500)
    .transform((text) => text.split(",").filter(Boolean))
    .optional(),
  sort: z.enum(["newest", "oldest", "name", "largest"]).default("newest"),
  /** `only`: the deleted ones. */
  deleted: z.enum(["only"]).optional(),
});
export type AssetsQuery = z.infer<typeof assetsQuery>;

/** The workspace's pictures in the order asked for, a page at a time. */
export async function listAssets(
  scope: Scope,
  { cursor, limit, search, tags = [], sort, deleted }: AssetsQuery,
): Promise<{ assets: Asset[]; nextCursor: string | null }> {
  const within = {
    workspaceId: scope.workspaceId,
    deletedAt: deleted === "only" ? { not: null } : null,
    ...(tags.length > 0 ? { tags: { hasEvery: tags } } : {}),
  } satisfies Prisma.AssetWhereInput;
  const found = search ? await idsByWords(within, search) : null;
  const rows = await db().asset.findMany({
    where: {
      ...within,
      ...(found ? { id: { in: found } } : {}),
      ...(cursor ? { AND: [await afterCursor(scope, sort, cursor)] } : {}),
    },
    orderBy: ORDERS[sort],
    take: limit + 1,
    select: ASSET_SELECT,
  });
  const assets = rows.slice(0, limit);
  const last = assets.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null;
  return { assets, nextCursor };
}

type Sort = AssetsQuery["sort"];

const ORDERS: Record<Sort, Prisma.AssetOrderByWithRelationInput[]> = {
  newest: [{ createdAt: "desc" }, { id: "desc" }],
  oldest: [{ createdAt: "asc" }, { id: "asc" }],
  name: [{ name: "asc" }, { id: "asc" }],
  largest: [{ bytes: "desc" }, { id: "desc" }],
};

/** What comes after the last row of the page before, as that row is now. */
async function afterCursor(
  { workspaceId }: Scope,
  sort: Sort,
  { at, id }: Cursor,
): Promise<Prisma.AssetWhereInput> {
  if (sort === "newest") return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
  if (sort === "oldest") return { OR: [{ createdAt: { gt: at } }, { createdAt: at, id: { gt: id } }] };
  const last = await db().asset.findFirst({
    where: { id, workspaceId },
    select: { name: true, bytes: true },
  });
  if (!last) return {};
  const { name, bytes } = last;
  return sort === "name"
    ? { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
    : { OR: [{ bytes: { lt: bytes } }, { bytes, id: { lt: id } }] };
}

/** Pictures whose name or one of whose tags holds the text. Compared here, as names of templates are. */
async function idsByWords(where: Prisma.AssetWhereInput, search: string): Promise<string[]> {
  const wanted = foldText(search);
  const rows = await db().asset.findMany({ where, select: { id: true, name: true, tags: true } });
  return rows
    .filter(({ name, tags }) => [name, ...tags].some((text) => foldText(text).includes(wanted)))
    .map(({ id }) => id);
}

/**
 * Stores a picture: decoded, cleaned and encoded anew, so that nothing but pixels of what was sent is kept. The same
 * picture twice in one workspace is one asset; an SVG becomes the picture it draws. Refuses with a sentence what is not a picture we take.
 */
export async function createAsset(scope: Scope, upload: { name: string; bytes: Uint8Array }): Promise<Asset> {
  const cleaned = await cleanUpload(Buffer.from(upload.bytes), { maxSide: LIMITS.canvasSide });
  const sha256 = createHash("sha256").update(cleaned.bytes).digest("hex");
  const known = await reviveAsset(scope, sha256);
  if (known) return known;
  const storageKey = `assets/${scope.workspaceId}/${sha256}`;
  // Bytes first: a row without bytes would be a broken picture, bytes without a row are only a little waste.
  await storage().put(storageKey, cleaned.bytes);
  try {
    return await db().asset.create({
      data: {
        id: newId("ast"),
        workspaceId: scope.workspaceId,
        name: displayedFileName(upload.name, "Picture"),
        contentType: cleaned.contentType,
        width: cleaned.width,
        height: cleaned.height,
        bytes: cleaned.bytes.byteLength,
        sha256,
        storageKey,
      },
      select: ASSET_SELECT,
    });
  } catch (error) {
    const twin = isUniqueViolation(error) ? await reviveAsset(scope, sha256) : null;
    if (twin) return twin;
    throw error;
  }
}

/** The asset with these bytes, brought back if it was deleted; null when there is none. */
async function reviveAsset(scope: Scope, sha256: string): Promise<Asset | null> {
  const same = { workspaceId: scope.workspaceId, sha256 };
  await db().asset.updateMany({ where: { ...same, deletedAt: { not: null } }, data: { deletedAt: null } });
  return db().asset.findFirst({ where: same, select: ASSET_SELECT });
}

export type AssetFile = { bytes: Uint8Array<ArrayBuffer>; contentType: string; sha256: string };

/** The stored picture itself. */
export async function loadAssetFile(scope: Scope, id: string): Promise<AssetFile> {
  const asset = await db().asset.findFirst({
    where: { id, workspaceId: scope.workspaceId },
    select: { storageKey: true, contentType: true, sha256: true },
  });
  if (!asset) throw new AppError("not_found", "There is no such picture in this workspace.");
  const bytes = await storage().get(asset.storageKey);
  return { bytes: new Uint8Array(bytes), contentType: asset.contentType, sha256: asset.sha256 };
}
