import type { Scope } from "@/lib/accounts/scope";
import { type Cursor, writeCursor } from "../cursor";
import { db } from "../db";
import { IMAGE_SELECT, type ImageItem, imageItem, imageNotFound, imagesWithin } from "./image-item";

/** One kept picture within reach. */
export async function loadImage(scope: Scope, id: string, now = new Date()): Promise<ImageItem> {
  const row = await db().image.findFirst({
    where: { AND: [imagesWithin(scope, now), { id }] },
    select: IMAGE_SELECT,
  });
  if (!row) throw imageNotFound();
  return imageItem(row);
}

export type ImagesQuery = { template?: string | undefined; cursor?: Cursor | undefined; limit: number };

/** Kept pictures within reach, the newest first, a page at a time. */
export async function listImages(
  scope: Scope,
  { template, cursor, limit }: ImagesQuery,
  now = new Date(),
): Promise<{ images: ImageItem[]; nextCursor: string | null }> {
  const rows = await db().image.findMany({
    where: {
      AND: [imagesWithin(scope, now), template === undefined ? {} : { templateId: template }],
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: IMAGE_SELECT,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    images: page.map(imageItem),
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}
