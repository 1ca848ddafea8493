import sharp from "sharp";
import { meaningfulValues } from "@/lib/link/literal-tag";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { painterNode } from "./painter-node";
import { loadPictureBook } from "./picture-book";
import { pictureLoaders } from "./picture-loaders";
import { renderPicture } from "./render-picture";

/** Longest side of a thumbnail, px: twice the largest card of the template list. */
const THUMBNAIL_SIDE = 720;

/** A document as a small PNG, painted with its first sample row, as a person sees it in the editor. */
export async function renderThumbnail(document: Document, workspaceId: string): Promise<Buffer> {
  const values = meaningfulValues(document.samples[0]?.values ?? {});
  const { document: resolved } = resolveDocument(document, values);
  const book = await loadPictureBook(resolved, workspaceId, pictureLoaders());
  const picture = await renderPicture(await painterNode(), resolved, book, "png");
  return sharp(picture)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: "inside", withoutEnlargement: true })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
}
