import { createHash } from "node:crypto";
import { z } from "zod";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { cleanUpload } from "@/lib/render/decode/clean-upload";
import { DECODE_LIMITS } from "@/lib/render/decode/decode-limits";
import { LIMITS } from "@/lib/template/limits";
import { cursorText, writeCursor } from "./cursor";
import { db } from "./db";
import { displayedFileName } from "./displayed-file-name";
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
  createdAt: Date;
};

const ASSET_SELECT = {
  id: true,
  name: true,
  contentType: true,
  width: true,
  height: true,
  bytes: true,
  createdAt: true,
} as const satisfies Prisma.AssetSelect;

export const assetsQuery = z.object({
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(60),
});
export type AssetsQuery = z.infer<typeof assetsQuery>;

/** The workspace's pictures, newest first, a page at a time. */
export async function listAssets(
  scope: Scope,
  { cursor, limit }: AssetsQuery,
): Promise<{ assets: Asset[]; nextCursor: string | null }> {
  const rows = await db().asset.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: ASSET_SELECT,
  });
  const assets = rows.slice(0, limit);
  const last = assets.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null;
  return { assets, nextCursor };
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
