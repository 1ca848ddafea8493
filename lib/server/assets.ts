import { createHash } from "node:crypto";
import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { cleanUpload } from "@/lib/render/decode/clean-upload";
import { DECODE_LIMITS } from "@/lib/render/decode/decode-limits";
import { LIMITS } from "@/lib/template/limits";
import { requireStorage, takeStorage } from "@/lib/usage/storage-quota";
import { assetObject } from "./asset-library/asset-object";
import { spellingsOf } from "./asset-library/same-tags";
import { type Cursor, cursorText, writeCursor } from "./cursor";
import { db, transaction } from "./db";
import { displayedFileName } from "./displayed-file-name";
import { foldText } from "./fold-text";
import type { Prisma } from "./generated/prisma/client";
import { picturesWithin } from "./material-within";
import { storage } from "./storage";

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
    AND: (await spellingsOf(db(), scope, tags)).map((same) => ({ tags: { hasSome: same } })),
  } satisfies Prisma.AssetWhereInput;
  const rows = await firstFound(scope, { within, sort, cursor, wanted: limit + 1 }, wordsTest(search));
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

/** Pictures that are looked at in one query of a search, and held in memory at a time. */
const SEARCH_STEP = 1000;

type Looked = { within: Prisma.AssetWhereInput; sort: Sort; cursor: Cursor | undefined; wanted: number };

/**
 * The first pictures in order that pass the test. Without one that is one query; with one they are looked at step by
 * step until enough are found, since words are compared here, as names of templates are.
 */
async function firstFound(
  scope: Scope,
  { within, sort, cursor, wanted }: Looked,
  test: ((asset: Asset) => boolean) | null,
): Promise<Asset[]> {
  const found: Asset[] = [];
  const take = test === null ? wanted : SEARCH_STEP;
  for (let from = cursor; ; ) {
    const rows = await db().asset.findMany({
      where: from ? { AND: [within, await afterCursor(scope, sort, from)] } : within,
      orderBy: ORDERS[sort],
      take,
      select: ASSET_SELECT,
    });
    found.push(...(test === null ? rows : rows.filter(test)));
    const last = rows.at(-1);
    if (rows.length < take || found.length >= wanted || !last) return found.slice(0, wanted);
    from = { at: last.createdAt, id: last.id };
  }
}

/** Whether a picture's name or one of its tags holds the text, accents and case aside; null for no text. */
function wordsTest(search: string | undefined): ((asset: Asset) => boolean) | null {
  if (!search) return null;
  const wanted = foldText(search);
  return ({ name, tags }) => [name, ...tags].some((text) => foldText(text).includes(wanted));
}

/** Stores a picture, see `takeAsset`. */
export async function createAsset(scope: Scope, upload: PictureUpload): Promise<Asset> {
  return (await takeAsset(scope, upload)).asset;
}

export type PictureUpload = { name: string; bytes: Uint8Array };

/** A picture of the library, and whether it was not in it before: uploaded the first time, or deleted until now. */
export type TakenAsset = { asset: Asset; isNew: boolean };

/**
 * Stores a picture: decoded, cleaned and encoded anew, so that nothing but pixels of what was sent is kept. The same
 * picture twice in one workspace is one asset; an SVG becomes the picture it draws. Refuses with a sentence what is not a picture we take,
 * or is more than the plan has room for.
 */
export async function takeAsset(scope: Scope, upload: PictureUpload): Promise<TakenAsset> {
  const cleaned = await cleanUpload(Buffer.from(upload.bytes), { maxSide: LIMITS.canvasSide });
  const sha256 = createHash("sha256").update(cleaned.bytes).digest("hex");
  const known = await reviveAsset(scope, sha256);
  if (known) return known;
  await requireStorage(scope, cleaned.bytes.byteLength);
  const storageKey = `assets/${scope.workspaceId}/${sha256}`;
  // Bytes first: a row without bytes would be a broken picture, bytes without a row are only a little waste.
  await storage().put(storageKey, cleaned.bytes);
  const id = newId("ast");
  const name = displayedFileName(upload.name, "Picture");
  const isNew = await transaction(async (tx) => {
    await takeStorage(tx, scope, cleaned.bytes.byteLength);
    const { count } = await tx.asset.createMany({
      data: {
        ...{ id, name, workspaceId: scope.workspaceId, sha256, storageKey },
        contentType: cleaned.contentType,
        width: cleaned.width,
        height: cleaned.height,
        bytes: cleaned.bytes.byteLength,
      },
      // Somebody may have sent the same picture at the same moment.
      skipDuplicates: true,
    });
    if (count > 0) await recordEvent(tx, scope, "asset.create", assetObject({ id, name }));
    return count > 0;
  });
  const taken = await reviveAsset(scope, sha256);
  if (!taken) throw new AppError("unavailable", "The picture could not be kept. Send it again.");
  return { asset: taken.asset, isNew: isNew || taken.isNew };
}

/** The asset with these bytes, brought back if it was deleted; null when there is none. */
async function reviveAsset(scope: Scope, sha256: string): Promise<TakenAsset | null> {
  const same = { workspaceId: scope.workspaceId, sha256 };
  const deleted = { ...same, deletedAt: { not: null } };
  return transaction(async (tx) => {
    const { count } = await tx.asset.updateMany({ where: deleted, data: { deletedAt: null } });
    const asset = await tx.asset.findFirst({ where: same, select: ASSET_SELECT });
    if (asset && count > 0) await recordEvent(tx, scope, "asset.restore", assetObject(asset));
    return asset && { asset, isNew: count > 0 };
  });
}

export type AssetFile = {
  contentType: string;
  sha256: string;
  /** Read when they are asked for: a picture that the browser has already is not. */
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** The stored picture itself. */
export async function loadAssetFile(scope: Scope, id: string): Promise<AssetFile> {
  const asset = await db().asset.findFirst({
    where: { id, workspaceId: scope.workspaceId },
    select: { storageKey: true, contentType: true, sha256: true },
  });
  if (!asset || !(await picturesWithin(scope, [id])).has(id))
    throw new AppError("not_found", "There is no such picture in this workspace.");
  const { storageKey, contentType, sha256 } = asset;
  return { contentType, sha256, bytes: async () => new Uint8Array(await storage().get(storageKey)) };
}
