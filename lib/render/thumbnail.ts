import sharp from "sharp";
import { meaningfulValues } from "@/lib/link/literal-tag";
import { PAINTER_VERSION } from "@/lib/paint/painter";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { ENCODER_VERSION } from "./encode";
import { painterNode } from "./painter-node";
import { loadPictureBook } from "./picture-book";
import { pictureLoaders } from "./picture-loaders";
import { renderPicture } from "./render-picture";

/** Longest side of a thumbnail, px: twice the largest card of the template list. */
const THUMBNAIL_SIDE = 720;

export type Thumbnail = {
  png: Buffer;
  /** False when a picture in it did not load, which may be otherwise in a moment. */
  complete: boolean;
};

/** Changes whenever the same document would give another thumbnail; part of its entity tag. */
export const THUMBNAIL_VERSION = `${PAINTER_VERSION}.${ENCODER_VERSION}.${THUMBNAIL_SIDE}`;

/** A document as a small PNG, painted with its first sample row, as a person sees it in the editor. */
export async function renderThumbnail(document: Document, workspaceId: string): Promise<Thumbnail> {
  const values = meaningfulValues(document.samples[0]?.values ?? {});
  const { document: resolved } = resolveDocument(document, values);
  const book = await loadPictureBook(resolved, workspaceId, pictureLoaders());
  const picture = await renderPicture(await painterNode(), resolved, book, "png");
  const png = await sharp(picture)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: "inside", withoutEnlargement: true })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
  return { png, complete: book.failed === 0 };
}
